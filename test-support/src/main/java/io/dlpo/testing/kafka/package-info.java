/** A Kafka broker, with a producer and consumers for tests. */
@NullMarked
package io.dlpo.testing.kafka;

import org.jspecify.annotations.NullMarked;
