/** Replay of runs from their events on Kafka. */
@NullMarked
package io.dlpo.optimizer.replay.log;

import org.jspecify.annotations.NullMarked;
