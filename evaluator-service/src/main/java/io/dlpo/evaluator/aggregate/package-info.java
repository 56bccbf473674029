/** From one prediction to its score, and from all scores of an evaluation to its result: pure. */
@NullMarked
package io.dlpo.evaluator.aggregate;

import org.jspecify.annotations.NullMarked;
