/** Simulated annealing: whether a candidate replaces the prompt, decided on integer counts. */
@NullMarked
package io.dlpo.core.annealing;

import org.jspecify.annotations.NullMarked;
