/** A run's spec: read, checked, with its defaults filled in, and made fit for its dataset. */
@NullMarked
package io.dlpo.core.spec;

import org.jspecify.annotations.NullMarked;
