/** What the evaluator reacts to: predictions, and the time. */
@NullMarked
package io.dlpo.evaluator.handler;

import org.jspecify.annotations.NullMarked;
