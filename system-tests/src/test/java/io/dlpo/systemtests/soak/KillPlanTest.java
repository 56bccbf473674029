package io.dlpo.systemtests.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.soak.KillPlan.Kill;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KillPlanTest {

  private static final List<Victim> ALL = Arrays.asList(Victim.values());

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 7, 100})
  void shouldSpreadTheKillsOverAllVictims(int kills) {
    // When
    Map<Victim, Long> counts =
        KillPlan.of(kills, ALL, 1).stream()
            .collect(Collectors.groupingBy(Kill::victim, Collectors.counting()));

    // Then
    assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(kills);
    assertThat(ALL)
        .allSatisfy(
            victim ->
                assertThat(counts.getOrDefault(victim, 0L))
                    .isBetween((long) (kills / ALL.size()), (long) (kills / ALL.size()) + 1));
  }

  @Test
  void shouldKillNobodyElse() {
    assertThat(KillPlan.of(20, List.of(Victim.KAFKA, Victim.OPTIMIZER), 1))
        .extracting(Kill::victim)
        .containsOnly(Victim.KAFKA, Victim.OPTIMIZER);
  }

  @Test
  void shouldBeTheSeedsAlone() {
    assertThat(KillPlan.of(30, ALL, 7)).isEqualTo(KillPlan.of(30, ALL, 7));
    assertThat(KillPlan.of(30, ALL, 7)).isNotEqualTo(KillPlan.of(30, ALL, 8));
  }

  @Test
  void shouldWaitBetweenATenthOfASecondAndTwoAndAHalf() {
    assertThat(KillPlan.of(200, ALL, 3))
        .extracting(Kill::after)
        .allSatisfy(
            after -> assertThat(after).isBetween(Duration.ofMillis(100), Duration.ofMillis(2500)));
  }
}
