package io.dlpo.optimizer.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Caches immutable values up to a total size in bytes. Thread-safe.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class BoundedCache<K, V> {

  private static final Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  private final Cache<K, V> cache;

  /**
   * @param bytes the maximum total size of the values' texts; the most recently used values stay
   * @param characters the number of characters in the texts of a value
   */
  BoundedCache(long bytes, ToLongFunction<V> characters) {
    this(bytes, characters, FOREVER);
  }

  /**
   * @param bytes the maximum total size of the values' texts; the most recently used values stay
   * @param characters the number of characters in the texts of a value
   * @param age the time after which a value is read anew
   */
  public BoundedCache(long bytes, ToLongFunction<V> characters, Duration age) {
    this.cache =
        Caffeine.newBuilder()
            .expireAfterWrite(age)
            .maximumWeight(bytes)
            .weigher(
                (K key, V value) ->
                    (int)
                        Math.min(
                            Integer.MAX_VALUE, Character.BYTES * characters.applyAsLong(value)))
            .build();
  }

  /** The value, or empty if it is not cached. */
  public Optional<V> find(K key) {
    return Optional.ofNullable(cache.getIfPresent(key));
  }

  /** Caches a value. */
  public void put(K key, V value) {
    cache.put(key, value);
  }
}
