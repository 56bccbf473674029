package io.dlpo.gateway.concurrency;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * A semaphore that is fair between groups: the next permit goes to the next group in rotation, and
 * within a group to the caller that has waited longest. So a group of 5 next to a group of 150 gets
 * its permits after at most 5 of the other. Thread-safe.
 */
public final class FairSemaphore {

  private final IntSupplier limit;
  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashMap<String, Queue<CompletableFuture<Void>>> waiting =
      new LinkedHashMap<>();
  private int taken;

  /**
   * @param limit the number of permits; read for every permit, so it may change. Below 1 counts as
   *     1. Called under a lock, so it must not block
   */
  public FairSemaphore(IntSupplier limit) {
    this.limit = limit;
  }

  /**
   * Waits for a permit and runs the work. Blocks; call it on a virtual thread.
   *
   * @param group the group of the caller, such as a run
   */
  public <T> T withPermit(String group, Supplier<T> work) {
    enter(group);
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  /** The number of waiting callers. */
  public int waiting() {
    lock.lock();
    try {
      return waiting.values().stream().mapToInt(Queue::size).sum();
    } finally {
      lock.unlock();
    }
  }

  private void enter(String group) {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    lock.lock();
    try {
      waiting.computeIfAbsent(group, key -> new ArrayDeque<>()).add(turn);
      admit();
    } finally {
      lock.unlock();
    }
    turn.join();
  }

  private void leave() {
    lock.lock();
    try {
      taken--;
      admit();
    } finally {
      lock.unlock();
    }
  }

  private void admit() {
    while (!waiting.isEmpty() && taken < Math.max(1, limit.getAsInt())) {
      Map.Entry<String, Queue<CompletableFuture<Void>>> group = waiting.pollFirstEntry();
      CompletableFuture<Void> next = group.getValue().remove();
      if (!group.getValue().isEmpty()) {
        waiting.putLast(group.getKey(), group.getValue());
      }
      taken++;
      next.complete(null);
    }
  }
}
