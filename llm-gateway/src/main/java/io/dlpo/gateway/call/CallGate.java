package io.dlpo.gateway.call;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Where every attempt of a call passes. When the process is told to end, those under way go on and
 * none begins any more, so that whoever waits for the end waits for the longest attempt and not for
 * a queue of them. Thread-safe.
 */
@ApplicationScoped
class CallGate {

  private static final int BEFORE_ALL_WHO_WAIT = 100;

  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * Lets an attempt begin.
   *
   * @throws GateClosedException if the process ends
   */
  void pass() {
    if (closed.getCount() == 0) {
      throw new GateClosedException();
    }
  }

  /**
   * Waits before an attempt.
   *
   * @throws GateClosedException if the process ends meanwhile
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

  void close(@Observes @Priority(BEFORE_ALL_WHO_WAIT) ShutdownEvent event) {
    closed.countDown();
  }
}
