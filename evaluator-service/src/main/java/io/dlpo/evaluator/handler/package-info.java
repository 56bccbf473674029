/** Handlers of predictions and run deletions, and the periodic sweep. */
@NullMarked
package io.dlpo.evaluator.handler;

import org.jspecify.annotations.NullMarked;
