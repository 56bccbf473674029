package io.dlpo.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class QuotaTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;

  @Property(tries = 300)
  void shouldNeverLetMoreThroughThanTheLimitInAnyMinute(
      @ForAll @IntRange(min = 1, max = 3000) int perMinute, @ForAll long seed) {
    // Given
    Clock clock = new Clock();
    Bucket bucket = bucket(Quota.perMinute(perMinute), clock);
    Random random = new Random(seed);
    List<Long> arrivals = new ArrayList<>();

    // When calls come in bursts and lulls for five minutes, each up to two seconds on its way
    while (clock.nanos < 5 * MINUTE) {
      for (int asked = random.nextInt(1, perMinute + 2); asked > 0; asked--) {
        if (bucket.tryConsume(1)) {
          arrivals.add(clock.nanos + random.nextLong(2 * SECOND));
        }
      }
      clock.nanos += random.nextLong(random.nextBoolean() ? SECOND / 2 : 20 * SECOND);
    }

    // Then
    assertThat(mostInAMinute(arrivals)).isLessThanOrEqualTo(perMinute);
  }

  @Property(tries = 50)
  void shouldLetMostOfTheLimitThroughWhenThereIsAlwaysSomeoneWaiting(
      @ForAll @IntRange(min = 1, max = 3000) int perMinute) {
    // Given
    Clock clock = new Clock();
    Bucket bucket = bucket(Quota.perMinute(perMinute), clock);
    bucket.tryConsumeAsMuchAsPossible();

    // When
    long through = 0;
    for (; clock.nanos < 10 * MINUTE; clock.nanos += SECOND / 100) {
      through += bucket.tryConsumeAsMuchAsPossible();
    }

    // Then
    assertThat(through).isGreaterThanOrEqualTo((long) Math.floor(10 * perMinute * 0.85) - 1);
  }

  @Example
  void shouldRefuseALimitOfNothing() {
    assertThatThrownBy(() -> Quota.perMinute(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be 1 or more");
  }

  private static Bucket bucket(Quota quota, Clock clock) {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(quota.capacity()).refillGreedy(quota.refill(), Quota.PERIOD))
        .withCustomTimePrecision(clock)
        .build();
  }

  private static int mostInAMinute(List<Long> arrivals) {
    List<Long> times = arrivals.stream().sorted().toList();
    int most = 0;
    int first = 0;
    for (int last = 0; last < times.size(); last++) {
      while (times.get(last) - times.get(first) >= MINUTE) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  private static final class Clock implements TimeMeter {

    private long nanos;

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
