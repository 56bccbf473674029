package io.dlpo.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaMetricsFilterTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();

  @BeforeEach
  void filter() {
    registry.config().meterFilter(KafkaMetricsFilter.dropLegacyTopicNames());
  }

  @Test
  void shouldLeaveOutTheSecondNameOfATopic() {
    // When
    registry.counter("kafka.consumer.records.lag", "topic", "dlpo.run.commanded.v1");
    registry.counter("kafka.consumer.records.lag", "topic", "dlpo_run_commanded_v1");

    // Then
    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .singleElement()
        .returns("dlpo.run.commanded.v1", id -> id.getTag("topic"));
  }

  @Test
  void shouldTouchNothingElse() {
    // When
    registry.counter("kafka.consumer.records", "client.id", "a_b");
    registry.counter("kafka.consumer.records", "topic", "plain");
    registry.counter("dlpo.handler.retries", "topic", "with_underscore");

    // Then
    assertThat(registry.getMeters()).hasSize(3);
  }
}
