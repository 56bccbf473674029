/**
 * Stored outcomes: the events that a handled record caused, so that a repeated record causes the
 * same ones.
 */
@NullMarked
package io.dlpo.events.outcome;

import org.jspecify.annotations.NullMarked;
