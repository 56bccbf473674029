/** Bounds for texts of unknown length. */
@NullMarked
package io.dlpo.evaluator.text;

import org.jspecify.annotations.NullMarked;
