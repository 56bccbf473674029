package io.dlpo.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private final AtomicLong clock = new AtomicLong(5_000);

  @Test
  void shouldAdmitSoManyASecond() {
    // Given
    RateLimit limit = new RateLimit(2, clock::get);

    // Then
    assertThat(limit.admits()).isTrue();
    assertThat(limit.admits()).isTrue();
    assertThat(limit.admits()).isFalse();
    clock.addAndGet(1_000);
    assertThat(limit.admits()).isTrue();
  }

  @Test
  void shouldAdmitAllWithoutALimit() {
    // Given
    RateLimit none = new RateLimit(0, clock::get);

    // Then
    for (int i = 0; i < 1_000; i++) {
      assertThat(none.admits()).isTrue();
    }
  }
}
