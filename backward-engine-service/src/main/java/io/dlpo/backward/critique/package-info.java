/** Critiques: what was wrong with one answer and what in the prompt allowed it. */
@NullMarked
package io.dlpo.backward.critique;

import org.jspecify.annotations.NullMarked;
