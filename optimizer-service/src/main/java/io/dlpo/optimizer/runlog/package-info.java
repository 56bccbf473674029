/** Replay of runs from their events on Kafka. */
@NullMarked
package io.dlpo.optimizer.runlog;

import org.jspecify.annotations.NullMarked;
