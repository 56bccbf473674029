/** A real Kafka broker, and what tests read from it and write to it. */
@NullMarked
package io.dlpo.testing.kafka;

import org.jspecify.annotations.NullMarked;
