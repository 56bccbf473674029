package io.dlpo.studies.experiment.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupConclusionTest {

  private static final int[] LOW = {50, 52, 51, 49, 50};
  private static final int[] HIGH = {70, 73, 71, 68, 71};
  private static final int[] LIKE_LOW = {51, 50, 52, 50, 49};

  @Test
  void shouldNameTheBetterVariantOfEachFinding() {
    assertThat(conclusion(Outcomes.none().finished("count", "a", LOW).finished("count", "b", HIGH)))
        .isEqualTo("b scores 20.2 points more than a (p, Holm: < 0.001).");
    assertThat(conclusion(Outcomes.none().finished("count", "a", HIGH).finished("count", "b", LOW)))
        .isEqualTo("a scores 20.2 points more than b (p, Holm: < 0.001).");
  }

  @Test
  void shouldLeaveOutWhatIsNotShown() {
    assertThat(
            conclusion(
                Outcomes.none()
                    .finished("count", "a", LOW)
                    .finished("count", "b", LIKE_LOW)
                    .finished("count", "c", HIGH)))
        .contains("c scores 20.2 points more than a (", "; c scores ")
        .doesNotContain("b scores");
  }

  @Test
  void shouldSayThatNothingIsShown() {
    assertThat(
            conclusion(
                Outcomes.none().finished("count", "a", LOW).finished("count", "b", LIKE_LOW)))
        .startsWith("No difference between the variants is shown (lowest p, Holm: ");
  }

  @Test
  void shouldWaitForEnoughRuns() {
    assertThat(conclusion(Outcomes.none().finished("count", "a", 50).finished("count", "b", 60)))
        .isEqualTo("Not enough runs have finished to compare the variants.");
  }

  private static String conclusion(Outcomes outcomes) {
    return GroupConclusion.of(outcomes.report().groups().getFirst().comparisons());
  }
}
