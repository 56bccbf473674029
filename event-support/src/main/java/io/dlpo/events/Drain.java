package io.dlpo.events;

import io.dlpo.events.fault.NotDoneException;
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
 * Lets the handlers that are at work finish before the process ends, so that nothing they have paid
 * for is lost with it. Whoever comes later gets no work done and waits: its record is not
 * acknowledged and goes to another process as soon as this one has left its groups. Thread-safe.
 */
@ApplicationScoped
public class Drain {

  private static final Logger LOG = Logger.getLogger(Drain.class);

  private final Duration grace;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private final CountDownLatch left = new CountDownLatch(1);
  private int atWork;
  private boolean closing;

  public Drain(EventSettings settings) {
    this.grace = settings.grace();
  }

  /**
   * Does the work of a handler, unless the process is told to end.
   *
   * @throws NotDoneException if it was not begun, or given up, because the process ends. Not before
   *     the process has left its groups: the next record would come, and the one after that
   */
  void work(Runnable handler) {
    try {
      enter();
      try {
        handler.run();
      } finally {
        leave();
      }
    } catch (NotDoneException e) {
      awaitAbandoned();
      throw e;
    }
  }

  /** Whether the process is told to end: what fails now is for another process to repeat. */
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
        throw new NotDoneException("the process ends");
      }
      atWork++;
    } finally {
      lock.unlock();
    }
  }

  private void leave() {
    lock.lock();
    try {
      atWork--;
      quiet.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitAbandoned() {
    try {
      left.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the handlers at work, while consumers, producer and database are still there. */
  void close(@Observes ShutdownEvent event) throws InterruptedException {
    lock.lock();
    try {
      closing = true;
      if (atWork > 0) {
        LOG.infof("told to end; %d handlers have %d s to finish", atWork, grace.toSeconds());
      }
      long nanos = grace.toNanos();
      while (atWork > 0 && nanos > 0) {
        nanos = quiet.awaitNanos(nanos);
      }
      if (atWork > 0) {
        LOG.warnf("%d handlers have not finished and are begun again elsewhere", atWork);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The context ends after the consumers, which end when it begins to. */
  @PreDestroy
  void release() {
    left.countDown();
  }
}
