package io.dlpo.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HolmTest {

  @Test
  void shouldMultiplyStepByStepAndNeverFallBack() {
    assertThat(Holm.adjust(List.of(.01, .04, .03, .005))).containsExactly(.03, .06, .06, .02);
  }

  @Test
  void shouldCountATestWithoutResultAsAMember() {
    assertThat(Holm.adjust(Arrays.asList(.01, null, .04))).containsExactly(.03, null, .08);
  }

  @Test
  void shouldLeaveASingleTestAsItIs() {
    assertThat(Holm.adjust(List.of(.049))).containsExactly(.049);
    assertThat(Holm.adjust(List.of())).isEmpty();
  }

  @Property
  void shouldKeepTheOrderAndNeverFindMoreThanBefore(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1) Double> family) {
    // When
    List<Double> adjusted = Holm.adjust(new ArrayList<>(family));

    // Then
    for (int i = 0; i < family.size(); i++) {
      double own = Objects.requireNonNull(adjusted.get(i));
      assertThat(own).isBetween(family.get(i), 1.0);
      for (int j = 0; j < family.size(); j++) {
        if (family.get(i) < family.get(j)) {
          assertThat(own).isLessThanOrEqualTo(adjusted.get(j));
        }
      }
    }
    double least = Collections.min(family);
    assertThat(Collections.min(adjusted)).isEqualTo(Math.min(1, least * family.size()));
  }
}
