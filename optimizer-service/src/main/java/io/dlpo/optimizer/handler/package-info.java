/** Kafka consumers: each applies an event to its run and publishes the resulting events. */
@NullMarked
package io.dlpo.optimizer.handler;

import org.jspecify.annotations.NullMarked;
