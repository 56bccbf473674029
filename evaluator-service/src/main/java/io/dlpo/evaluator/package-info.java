/** The loss: scores and counts predictions, and publishes one result per evaluation. */
@NullMarked
package io.dlpo.evaluator;

import org.jspecify.annotations.NullMarked;
