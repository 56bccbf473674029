package io.dlpo.events;

import io.dlpo.events.fault.ShutdownException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Graceful shutdown: running handlers finish before the process exits, so that no paid reply is
 * lost. Handlers that start later do nothing and wait: their records are not acknowledged and go to
 * another process once this one has left its consumer groups. Thread-safe.
 */
@ApplicationScoped
public class Drain {

  private static final Logger LOG = Logger.getLogger(Drain.class);

  private final Duration grace;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition handlerFinished = lock.newCondition();
  private final CountDownLatch groupsLeft = new CountDownLatch(1);
  private int running;
  private boolean closing;

  public Drain(EventSettings settings) {
    this.grace = settings.grace();
  }

  /**
   * Runs a handler, unless the process is shutting down.
   *
   * @throws ShutdownException if the handler did not start or did not finish because of the
   *     shutdown. Thrown only after the process has left its groups, so that no further record
   *     arrives
   */
  void work(Runnable handler) {
    try {
      enter();
      try {
        handler.run();
      } finally {
        leave();
      }
    } catch (ShutdownException e) {
      awaitGroupsLeft();
      throw e;
    }
  }

  /** Whether the process is shutting down. Another process then retries what fails here. */
  public boolean isClosing() {
    lock.lock();
    try {
      return closing;
    } finally {
      lock.unlock();
    }
  }

  private void enter() {
    lock.lock();
    try {
      if (closing) {
        throw new ShutdownException("the process is shutting down");
      }
      running++;
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    lock.lock();
    try {
      running--;
      handlerFinished.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitGroupsLeft() {
    try {
      groupsLeft.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for running handlers while consumers, producer and database are still available. */
  void close(@Observes ShutdownEvent event) throws InterruptedException {
    lock.lock();
    try {
      closing = true;
      if (running > 0) {
        LOG.infof(
            "shutting down; %d running handlers have %d s to finish", running, grace.toSeconds());
      }
      long nanos = grace.toNanos();
      while (running > 0 && nanos > 0) {
        nanos = handlerFinished.awaitNanos(nanos);
      }
      if (running > 0) {
        LOG.warnf("%d handlers did not finish; another process handles their records", running);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The CDI context is destroyed after the consumers, which close when the shutdown begins. */
  @PreDestroy
  void release() {
    groupsLeft.countDown();
  }
}
