package io.dlpo.events.channel;

import io.dlpo.events.EventSettings;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Exits the process after one of its channels has stopped, since a channel recovers only with its
 * process. Liveness reports the stop too, but not every environment checks it: Docker restarts a
 * process only when it exits. The exit is delayed so that probes can see the reason.
 */
@ApplicationScoped
public class ChannelWatchdog {

  /** Exit status of a process that must be restarted. */
  static final int STATUS = 1;

  private static final Logger LOG = Logger.getLogger(ChannelWatchdog.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final HealthCenter health;
  private final ProcessExit exit;
  private final EventSettings settings;
  private final CountDownLatch closing = new CountDownLatch(1);

  ChannelWatchdog(HealthCenter health, ProcessExit exit, EventSettings settings) {
    this.health = health;
    this.exit = exit;
    this.settings = settings;
  }

  void begin(@Observes StartupEvent started) {
    Thread.ofPlatform().name("channel-watch").daemon().start(this::watch);
  }

  private void watch() {
    try {
      Optional<StoppedChannel> stopped = look();
      while (stopped.isEmpty()) {
        if (isClosing(PERIOD)) {
          return;
        }
        stopped = look();
      }
      announce(stopped.get());
      if (!isClosing(settings.endAfter())) {
        exit.with(STATUS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<StoppedChannel> look() {
    try {
      return StoppedChannel.in(health.getLiveness());
    } catch (RuntimeException e) {
      LOG.warn("cannot read the health of the channels", e);
      return Optional.empty();
    }
  }

  private void announce(StoppedChannel channel) {
    LOG.errorf(
        "channel=%s has stopped: %s. This process exits in %d s with status %d, after its running"
            + " handlers, which have another %d s; it must be restarted",
        channel.name(),
        channel.reason(),
        settings.endAfter().toSeconds(),
        STATUS,
        settings.grace().toSeconds());
  }

  private boolean isClosing(Duration wait) throws InterruptedException {
    return closing.await(wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  @PreDestroy
  void close() {
    closing.countDown();
  }
}
