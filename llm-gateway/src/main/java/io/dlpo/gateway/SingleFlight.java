package io.dlpo.gateway;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** Runs identical concurrent work once and shares its result. Thread-safe. */
final class SingleFlight<T> {

  private final ConcurrentMap<String, CompletableFuture<T>> running = new ConcurrentHashMap<>();

  /**
   * Runs the work, or waits for the caller that is already running it.
   *
   * @param key identifies identical work
   * @throws RuntimeException thrown by the work, to all callers that share it
   */
  T share(String key, Supplier<T> work) {
    CompletableFuture<T> mine = new CompletableFuture<>();
    CompletableFuture<T> other = running.putIfAbsent(key, mine);
    return other == null ? lead(key, mine, work) : await(other);
  }

  private T lead(String key, CompletableFuture<T> mine, Supplier<T> work) {
    try {
      T result = work.get();
      // Remove it before completing it, so that a follower that calls again does not get the same
      // result.
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
