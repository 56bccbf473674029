/** Stored outcomes: which events a handled record caused, so that a repeat causes the same. */
@NullMarked
package io.dlpo.events.outcome;

import org.jspecify.annotations.NullMarked;
