/**
 * The limits on what a run may spend, and what it is charged. Charges are a pure function of what
 * the run requested, whether the calls were paid or cached.
 */
@NullMarked
package io.dlpo.core.budget;

import org.jspecify.annotations.NullMarked;
