package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.AggregateScore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromptsTest {

  @Test
  void shouldPreferMoreRightAnswers() {
    assertThat(best(version(0, "aaa", true, 5, 5), version(1, "bbbb", true, 4, 6)))
        .isEqualTo("bbbb");
  }

  @Test
  void shouldPreferTheShorterOfEquals() {
    assertThat(best(version(0, "aaa", true, 5, 5), version(1, "bbbb", true, 9, 5)))
        .isEqualTo("aaa");
  }

  @Test
  void shouldPreferTheLaterOfEquallyLong() {
    assertThat(best(version(0, "aaa", true, 5, 5), version(1, "bbb", true, 5, 5))).isEqualTo("bbb");
  }

  @Test
  void shouldPassOverRejectedAndUnscoredPrompts() {
    assertThat(
            best(
                version(0, "aaa", true, null, 1),
                version(1, "bbb", false, null, 9),
                version(2, "ccc", true, null, null)))
        .isEqualTo("aaa");
  }

  @Test
  void shouldGoByAcceptanceWhereNothingIsValidated() {
    assertThat(
            best(
                version(0, "aaa", true, 7, null),
                version(1, "bbb", true, 6, null),
                version(2, "ccc", false, 8, null)))
        .isEqualTo("aaa");
  }

  @Test
  void shouldTakeTheCurrentPromptWhereNothingIsScored() {
    assertThat(best(version(0, "aaa", true, null, null), version(1, "bbbbb", true, null, null)))
        .isEqualTo("bbbbb");
  }

  private static String best(PromptVersion... versions) {
    int current =
        List.of(versions).stream()
            .filter(PromptVersion::accepted)
            .mapToInt(PromptVersion::step)
            .max()
            .orElseThrow();
    return new Prompts(List.of(versions), current).best().text();
  }

  private static PromptVersion version(
      int step,
      String text,
      boolean accepted,
      @Nullable Integer acceptance,
      @Nullable Integer validation) {
    return new PromptVersion(
        PromptId.of(text),
        null,
        step,
        text,
        accepted,
        aggregate(acceptance),
        aggregate(validation),
        List.of());
  }

  private static @Nullable AggregateScore aggregate(@Nullable Integer correct) {
    return correct == null ? null : new AggregateScore(correct, 10);
  }
}
