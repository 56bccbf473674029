/**
 * The loss: predictions are scored, counted and, once an evaluation is complete, published as one
 * result.
 */
@NullMarked
package io.dlpo.evaluator;

import org.jspecify.annotations.NullMarked;
