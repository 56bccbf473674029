package io.dlpo.optimizer.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One open stream. Whoever reads it takes messages from a queue, so that a slow one delays no other
 * viewer and not the consumer. A queue that runs full closes its viewer: browsers connect again and
 * begin with the current state. Thread-safe.
 */
public final class Viewer implements AutoCloseable {

  /** More than the steps of the longest run, which a new viewer gets at once. */
  static final int CAPACITY = 10_000;

  private final BlockingQueue<LiveMessage> queue = new LinkedBlockingQueue<>(CAPACITY);
  private final Consumer<Viewer> leave;
  private volatile boolean closed;

  Viewer(Consumer<Viewer> leave) {
    this.leave = leave;
  }

  /** Tells the viewer something. Has no effect if it is closed. */
  void tell(LiveMessage message) {
    if (!closed && !queue.offer(message)) {
      close();
    }
  }

  /** Waits for the next message; empty if there is none in time. */
  public Optional<LiveMessage> next(Duration patience) throws InterruptedException {
    return Optional.ofNullable(queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** Whether no further message comes, except those not taken yet. */
  public boolean isClosed() {
    return closed;
  }

  /** Whether everything was taken from a closed viewer. */
  public boolean isDone() {
    return closed && queue.isEmpty();
  }

  @Override
  public void close() {
    closed = true;
    leave.accept(this);
  }
}
