package io.dlpo.simulator.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  private final Statistics statistics = new Statistics();

  @Test
  void shouldCountByModelAndStatus() {
    // When
    for (int status : new int[] {200, 200, 500}) {
      statistics.begin();
      statistics.asks("sim-student");
      statistics.end(status);
    }

    // Then
    assertThat(statistics.counts().requests()).isEqualTo(3);
    assertThat(statistics.counts().byModel()).isEqualTo(Map.of("sim-student", 3L));
    assertThat(statistics.counts().byStatus()).isEqualTo(Map.of(200, 2L, 500, 1L));
    assertThat(statistics.counts().maxConcurrent()).isEqualTo(1);
  }

  @Test
  void shouldRememberTheMostThatWereOpenAtOnce() {
    // When
    statistics.begin();
    statistics.begin();
    statistics.abandon();
    statistics.begin();
    statistics.end(200);

    // Then
    assertThat(statistics.counts().maxConcurrent()).isEqualTo(2);
  }
}
