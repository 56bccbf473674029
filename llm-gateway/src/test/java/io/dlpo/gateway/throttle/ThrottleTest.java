package io.dlpo.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class ThrottleTest {

  @Property
  void shouldHalveAtARefusalButNeverBelowTheFloor(
      @ForAll @Scale(5) @DoubleRange(min = Throttle.FLOOR, max = 1) double share,
      @ForAll @IntRange(min = 1, max = 100) int seconds) {
    // Given
    Throttle throttle = new Throttle(share, Duration.ofSeconds(seconds), Duration.ZERO);

    // When
    Throttle refused = throttle.refused(Duration.ZERO);

    // Then
    assertThat(refused.shareNow())
        .isCloseTo(Math.max(Throttle.FLOOR, throttle.shareNow() / 2), within(1e-9));
    assertThat(refused.since()).isZero();
  }

  @Property
  void shouldComeBackAdditivelyAndInTheEndEntirely(
      @ForAll @Scale(5) @DoubleRange(min = Throttle.FLOOR, max = 0.5) double share,
      @ForAll @IntRange(min = 0, max = 31) int seconds) {
    // Given
    Throttle throttle = new Throttle(share, Duration.ZERO, Duration.ZERO);

    // Then
    assertThat(throttle.after(Duration.ofSeconds(seconds)).shareNow())
        .isCloseTo(share + seconds / 64.0, within(1e-9));
    assertThat(throttle.after(Duration.ofSeconds(62)).shareNow()).isEqualTo(1);
  }

  @Property
  void shouldStayWithinItsBoundsWhateverHappens(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 5000) Integer> millisBetweenRefusals,
      @ForAll @IntRange(min = 1, max = 1000) int calls) {
    // When
    Throttle throttle = Throttle.NONE;
    for (int millis : millisBetweenRefusals) {
      throttle = throttle.after(Duration.ofMillis(millis)).refused(Duration.ofMillis(millis));
    }

    // Then
    assertThat(throttle.shareNow()).isBetween(Throttle.FLOOR, 1.0);
    assertThat(throttle.limit(calls)).isBetween(1, calls);
    assertThat(throttle.hold()).isBetween(Duration.ZERO, Duration.ofSeconds(5));
  }

  @Example
  void shouldCountACrowdOfRefusalsOnceAndKeepTheLongestWish() {
    // Given
    Throttle first = Throttle.NONE.refused(Duration.ofSeconds(1));

    // When
    Throttle crowd = first;
    for (int i = 0; i < 50; i++) {
      crowd = crowd.after(Duration.ofMillis(10)).refused(Duration.ofMillis(i * 100L));
    }
    Throttle next = crowd.after(Duration.ofSeconds(1)).refused(Duration.ZERO);

    // Then
    assertThat(crowd.share()).isEqualTo(0.5);
    assertThat(crowd.hold()).isEqualTo(Duration.ofMillis(4900));
    assertThat(next.share()).isCloseTo((0.5 + 1.5 / 64) / 2, within(1e-9));
    assertThat(next.hold()).isEqualTo(Duration.ofMillis(3900));
  }

  @Example
  void shouldRefuseAShareThatLetsNobodyThrough() {
    assertThatThrownBy(() -> new Throttle(0, Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Throttle.share is 0.0; must be 0.03125 to 1");
  }
}
