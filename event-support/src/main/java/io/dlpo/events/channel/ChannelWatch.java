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
 * Ends the process once one of its channels has stopped, whatever stopped it: no channel comes back
 * but with its process. Liveness says the same, but not everybody who starts processes again asks
 * for it: Docker does so when one has ended. Not at once, so that those who do ask see the reason.
 */
@ApplicationScoped
public class ChannelWatch {

  /** Of a process that is to be started again. */
  static final int STATUS = 1;

  private static final Logger LOG = Logger.getLogger(ChannelWatch.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final HealthCenter health;
  private final ProcessEnd end;
  private final EventSettings settings;
  private final CountDownLatch closing = new CountDownLatch(1);

  ChannelWatch(HealthCenter health, ProcessEnd end, EventSettings settings) {
    this.health = health;
    this.end = end;
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
        end.with(STATUS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<StoppedChannel> look() {
    try {
      return StoppedChannel.in(health.getLiveness());
    } catch (RuntimeException e) {
      LOG.warn("the channels do not say how they are", e);
      return Optional.empty();
    }
  }

  private void announce(StoppedChannel channel) {
    LOG.errorf(
        "channel=%s has stopped: %s. This process ends in %d s with status %d, after the handlers"
            + " at work, which have %d s more; whoever runs it has to start it again",
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
