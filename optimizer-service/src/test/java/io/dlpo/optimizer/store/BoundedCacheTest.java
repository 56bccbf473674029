package io.dlpo.optimizer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {

  private static final int BYTES = 1_000;
  private static final String TEXT = "x".repeat(100);

  private final BoundedCache<Integer, String> cache = new BoundedCache<>(BYTES, String::length);

  @Test
  void shouldKeepWhatFits() {
    // When
    cache.put(1, TEXT);

    // Then
    assertThat(cache.find(1)).contains(TEXT);
    assertThat(cache.find(2)).isEmpty();
  }

  @Test
  void shouldKeepNoMoreThanItsBytes() {
    // When
    IntStream.range(0, 50).forEach(key -> cache.put(key, TEXT));

    // Then
    await().untilAsserted(() -> assertThat(cached()).isLessThanOrEqualTo(BYTES / (2 * 100)));
  }

  @Test
  void shouldNotKeepAValueThatIsLargerThanAllOfIt() {
    // When
    cache.put(1, "x".repeat(BYTES));

    // Then
    await().untilAsserted(() -> assertThat(cache.find(1)).isEmpty());
  }

  private long cached() {
    return IntStream.range(0, 50).filter(key -> cache.find(key).isPresent()).count();
  }
}
