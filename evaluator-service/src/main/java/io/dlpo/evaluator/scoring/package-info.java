/** Scores of single answers by metric: pure functions of reply and reference. */
@NullMarked
package io.dlpo.evaluator.scoring;

import org.jspecify.annotations.NullMarked;
