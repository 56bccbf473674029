/** Scores of single predictions and their aggregation to a result. Pure. */
@NullMarked
package io.dlpo.evaluator.aggregate;

import org.jspecify.annotations.NullMarked;
