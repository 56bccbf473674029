package io.dlpo.gateway.call;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Gate that every attempt passes. At shutdown, attempts in flight continue and no new one starts.
 * So the shutdown waits for the longest attempt, not for a queue of them. Thread-safe.
 */
@ApplicationScoped
class CallGate {

  private static final int BEFORE_OTHER_OBSERVERS = 100;

  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Lets an attempt start.
   *
   * @throws GateClosedException if the process is shutting down
   */
  void pass() {
    if (closed.getCount() == 0) {
      throw new GateClosedException();
    }
  }

  /**
   * Pauses before an attempt.
   *
   * @throws GateClosedException if the process shuts down during the pause
   */
  void pause(Duration pause) {
    try {
      if (closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new GateClosedException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void close(@Observes @Priority(BEFORE_OTHER_OBSERVERS) ShutdownEvent event) {
    closed.countDown();
  }
}
