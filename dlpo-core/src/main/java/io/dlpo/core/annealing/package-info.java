/** Simulated annealing: decides in integer arithmetic whether a candidate replaces the prompt. */
@NullMarked
package io.dlpo.core.annealing;

import org.jspecify.annotations.NullMarked;
