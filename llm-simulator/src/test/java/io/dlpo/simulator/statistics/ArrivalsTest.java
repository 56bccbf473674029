package io.dlpo.simulator.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  private final AtomicLong clock = new AtomicLong();
  private final Arrivals arrivals = new Arrivals(clock::incrementAndGet);

  @Test
  void shouldTellWhenTheRequestsForEachModelCame() {
    // When
    arrivals.note("sim-student");
    arrivals.note("sim-teacher");
    arrivals.note("sim-student");

    // Then
    assertThat(arrivals.times())
        .isEqualTo(Map.of("sim-student", List.of(1L, 3L), "sim-teacher", List.of(2L)));
  }

  @Test
  void shouldForgetTheOldest() {
    // When
    for (int i = 0; i < Arrivals.REMEMBERED + 2; i++) {
      arrivals.note("sim-student");
    }

    // Then
    assertThat(arrivals.times().get("sim-student")).hasSize(Arrivals.REMEMBERED).startsWith(3L);
  }
}
