package io.dlpo.gateway;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Lets equal work that is asked for at the same time be done once. Thread-safe. */
final class SingleFlight<T> {

  private final ConcurrentMap<String, CompletableFuture<T>> running = new ConcurrentHashMap<>();

  /**
   * Does the work, or waits for the one that does it already.
   *
   * @param key equal for equal work
   * @throws RuntimeException the work's own, for all that wait for it
   */
  T share(String key, Supplier<T> work) {
    CompletableFuture<T> mine = new CompletableFuture<>();
    CompletableFuture<T> other = running.putIfAbsent(key, mine);
    return other == null ? lead(key, mine, work) : await(other);
  }

  private T lead(String key, CompletableFuture<T> mine, Supplier<T> work) {
    try {
      T result = work.get();
      // Before it ends, so that a follower who asks again does not meet the same one.
      running.remove(key, mine);
      mine.complete(result);
      return result;
    } catch (RuntimeException | Error e) {
      running.remove(key, mine);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static <T> T await(CompletableFuture<T> other) {
    try {
      return other.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }
}
