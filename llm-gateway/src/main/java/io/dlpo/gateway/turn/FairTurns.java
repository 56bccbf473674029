package io.dlpo.gateway.turn;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Lets so many do their work at once and the others wait, fair between groups: the next turn goes
 * to the next group in rotation, and within a group to the one that waits longest. A group of 5
 * among those of 150 has had its turns when each of the others has had 5. Thread-safe.
 */
public final class FairTurns {

  private final IntSupplier limit;
  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedHashMap<String, Queue<CompletableFuture<Void>>> waiting =
      new LinkedHashMap<>();
  private int taken;

  /**
   * @param limit how many may be at work; asked anew for every turn, so it may change. Below 1
   *     counts as 1. Called under a lock: it must not block
   */
  public FairTurns(IntSupplier limit) {
    this.limit = limit;
  }

  /**
   * Waits for a turn and does the work. Blocks; call it on a virtual thread.
   *
   * @param group whose turn it is, such as a run
   */
  public <T> T inTurn(String group, Supplier<T> work) {
    enter(group);
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  /** How many wait. */
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
