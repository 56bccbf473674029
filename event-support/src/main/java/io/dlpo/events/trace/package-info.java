/**
 * Traces: a span of each handled record and of each publication, in one trace for each step of a
 * run. Nothing is measured or written while traces are off.
 */
@NullMarked
package io.dlpo.events.trace;

import org.jspecify.annotations.NullMarked;
