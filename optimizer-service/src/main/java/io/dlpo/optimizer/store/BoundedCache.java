package io.dlpo.optimizer.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Keeps values that never change, up to a number of bytes. Thread-safe.
 *
 * @param <K> what a value is looked up by
 * @param <V> the values
 */
final class BoundedCache<K, V> {

  private final Cache<K, V> cache;

  /**
   * @param bytes of the texts of all values; those that were used last stay
   * @param characters of the texts of a value
   */
  BoundedCache(long bytes, ToLongFunction<V> characters) {
    this.cache =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher(
                (K key, V value) ->
                    (int)
                        Math.min(Integer.MAX_VALUE, Character.BYTES * characters.applyAsLong(value)))
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
