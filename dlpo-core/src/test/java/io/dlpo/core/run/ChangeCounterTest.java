package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.wire.RunChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeCounterTest {

  @Test
  void shouldNumberChangesAndNameThoseWithoutEventsInTheNextOne() {
    // Given
    RunChange requested = ChangeCounter.START.next("requested");
    ChangeCounter begun = ChangeCounter.START.after(requested, true);
    ChangeCounter paused = begun.after(begun.next("pause"), false);
    ChangeCounter counted = paused.after(paused.next("late score"), false);

    // When
    RunChange resumed = counted.next("resume");

    // Then
    assertThat(requested).isEqualTo(new RunChange(1, "requested", List.of()));
    assertThat(resumed).isEqualTo(new RunChange(4, "resume", List.of("pause", "late score")));
    assertThat(counted.after(resumed, true)).isEqualTo(new ChangeCounter(4, List.of()));
  }
}
