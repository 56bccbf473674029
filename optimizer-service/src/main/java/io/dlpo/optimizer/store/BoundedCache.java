package io.dlpo.optimizer.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Caches immutable values up to a total size in bytes. Thread-safe.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class BoundedCache<K, V> {

  private final Cache<K, V> cache;

  /**
   * @param bytes the maximum total size of the values' texts; the most recently used values stay
   * @param characters the number of characters in the texts of a value
   */
  BoundedCache(long bytes, ToLongFunction<V> characters) {
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher(
                (K key, V value) ->
                    (int)
                        Math.min(
                            Integer.MAX_VALUE, Character.BYTES * characters.applyAsLong(value)))
            .build();
  }

  /** The value, or empty if it is not cached. */
  Optional<V> find(K key) {
    return Optional.ofNullable(cache.getIfPresent(key));
  }

  void put(K key, V value) {
    cache.put(key, value);
  }
}
