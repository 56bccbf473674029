/** How right one answer is, by metric: pure functions from reply and reference to a score. */
@NullMarked
package io.dlpo.evaluator.scoring;

import org.jspecify.annotations.NullMarked;
