/**
 * The simulated teacher: critiques, merges, edits, compares, shortens and grades. It makes
 * mistakes.
 */
@NullMarked
package io.dlpo.simulator.teacher;

import org.jspecify.annotations.NullMarked;
