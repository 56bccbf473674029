package io.dlpo.events;

import io.dlpo.events.fault.DeadLetterReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * What is measured of the handlers of a service, by the topic that they read: a service has one
 * channel for a topic, and Kafka's own figures have the same label.
 */
@ApplicationScoped
public class EventMeters {

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(2)
  };

  private final MeterRegistry registry;

  EventMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Shows the counts of a channel from its start, at 0: a first fault would be no increase. */
  public void watch(String topic) {
    for (DeadLetterReason reason : DeadLetterReason.values()) {
      deadLetters(topic, reason);
    }
    stops(topic);
    retries(topic);
  }

  /** A handler is through with a record, all retries and what it waited for included. */
  void handled(String topic, boolean done, Duration took) {
    Timer.builder("dlpo.handler.duration")
        .description("Time from taking a record to having published what it caused")
        .tag("topic", topic)
        .tag("outcome", done ? "done" : "failed")
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(took);
  }

  /** A handler is repeated in place, since broker, database or network are away. */
  void retried(String topic) {
    retries(topic).increment();
  }

  /** A record goes to the dead letters. */
  public void deadLettered(String topic, DeadLetterReason reason) {
    deadLetters(topic, reason).increment();
  }

  /** A channel stops, so that the process is started again. */
  public void stopped(String topic) {
    stops(topic).increment();
  }

  private Counter retries(String topic) {
    return Counter.builder("dlpo.handler.retries")
        .description("Repetitions of a handler in place because of a transient fault")
        .tag("topic", topic)
        .register(registry);
  }

  private Counter deadLetters(String topic, DeadLetterReason reason) {
    return Counter.builder("dlpo.dead.letters")
        .description("Records that went to a dead-letter topic")
        .tag("topic", topic)
        .tag("reason", reason.label())
        .register(registry);
  }

  private Counter stops(String topic) {
    return Counter.builder("dlpo.channel.stops")
        .description("Channels that stopped at a record because of a fault that did not pass")
        .tag("topic", topic)
        .register(registry);
  }
}
