package io.dlpo.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CoolDownTest {

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 10);
  private final CoolDown coolDown = new CoolDown(clock::get);

  @Test
  void shouldAskForNothingAtFirst() {
    assertThat(coolDown.remaining()).isZero();
  }

  @Test
  void shouldEndAfterItsTimeAlsoAcrossTheClocksOverflow() {
    // Given
    coolDown.extend(Duration.ofSeconds(2));

    // When
    clock.addAndGet(Duration.ofMillis(500).toNanos());
    Duration early = coolDown.remaining();
    clock.addAndGet(Duration.ofMillis(1500).toNanos());

    // Then
    assertThat(early).isEqualTo(Duration.ofMillis(1500));
    assertThat(coolDown.remaining()).isZero();
  }

  @Test
  void shouldKeepTheLongerOfTwoWishes() {
    // When
    coolDown.extend(Duration.ofSeconds(5));
    coolDown.extend(Duration.ofSeconds(1));

    // Then
    assertThat(coolDown.remaining()).isEqualTo(Duration.ofSeconds(5));
  }
}
