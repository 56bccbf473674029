/** Limits for texts of any length. */
@NullMarked
package io.dlpo.evaluator.text;

import org.jspecify.annotations.NullMarked;
