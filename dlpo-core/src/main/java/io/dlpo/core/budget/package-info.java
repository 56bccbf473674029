/**
 * What a run may spend, and what it is charged: a pure function of what it asked for, whether that
 * was paid or known from the ledger.
 */
@NullMarked
package io.dlpo.core.budget;

import org.jspecify.annotations.NullMarked;
