package io.dlpo.events;

import io.dlpo.contracts.wire.SchemaAddress;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.Optional;

/** Settings of a service; {@link EventSettings} for one named test. */
public record TestSettings(String service, Duration retryFor, Duration grace, boolean createTopics)
    implements EventSettings {

  public TestSettings(String service, Duration retryFor, Duration grace) {
    this(service, retryFor, grace, false);
  }

  public TestSettings(Duration retryFor, Duration grace) {
    this("test", retryFor, grace);
  }

  /** Settings of a service that creates topics. */
  public static TestSettings creatingTopics() {
    return new TestSettings("test", Duration.ZERO, Duration.ZERO, true);
  }

  /** Does what SIGTERM does. */
  public static void shutDown(Drain drain) {
    try {
      drain.close(new ShutdownEvent());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Optional<String> worker() {
    return Optional.empty();
  }

  @Override
  public Duration endAfter() {
    return Duration.ZERO;
  }

  @Override
  public int deadLetterBytes() {
    return 1_000_000;
  }

  @Override
  public int maxBytes() {
    return 1_000;
  }

  @Override
  public SchemaAddress schemasUrl() {
    return SchemaAddress.DEFAULT;
  }
}
