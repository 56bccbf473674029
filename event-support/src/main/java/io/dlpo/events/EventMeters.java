package io.dlpo.events;

import io.dlpo.events.fault.DeadLetterReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Metrics of a service's handlers by input topic. A service has one channel per topic, and Kafka's
 * own metrics have the same label.
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

  /** Registers the counters of a channel at 0, so that the first fault is an increase. */
  public void watch(String topic) {
    for (DeadLetterReason reason : DeadLetterReason.values()) {
      deadLetters(topic, reason);
    }
    stops(topic);
    retries(topic);
  }

  /** A handler finished with a record, including retries and waits. */
  void handled(String topic, boolean done, Duration took) {
    Timer.builder("dlpo.handler.duration")
        .description("Time from receiving a record to publishing the events that it caused")
        .tag("topic", topic)
        .tag("outcome", done ? "done" : "failed")
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(took);
  }

  /**
   * A handler is retried in place because the broker, the database or the network is unreachable.
   */
  void retried(String topic) {
    retries(topic).increment();
  }

  /** A record is sent to the dead-letter topic. */
  public void deadLettered(String topic, DeadLetterReason reason) {
    deadLetters(topic, reason).increment();
  }

  /** A channel stops, so that the process is restarted. */
  public void stopped(String topic) {
    stops(topic).increment();
  }

  private Counter retries(String topic) {
    return Counter.builder("dlpo.handler.retries")
        .description("Retries of a handler in place because of a transient fault")
        .tag("topic", topic)
        .register(registry);
  }

  private Counter deadLetters(String topic, DeadLetterReason reason) {
    return Counter.builder("dlpo.dead.letters")
        .description("Records sent to a dead-letter topic")
        .tag("topic", topic)
        .tag("reason", reason.label())
        .register(registry);
  }

  private Counter stops(String topic) {
    return Counter.builder("dlpo.channel.stops")
        .description("Channels that stopped at a record because of a fault that persisted")
        .tag("topic", topic)
        .register(registry);
  }
}
