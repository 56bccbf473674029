package io.dlpo.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.Comparison;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.run.RunStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class PromotionRuleTest {

  private static final RunId RUN = new RunId("run-1");
  private static final Comparison BETTER = new Comparison("MCNEMAR_EXACT", 0.4, 0.3, 0.5, 0.001);
  private static final Comparison PERHAPS = new Comparison("MCNEMAR_EXACT", 0.02, -0.1, 0.1, 0.34);

  @ParameterizedTest
  @EnumSource(
      value = RunStatus.class,
      mode = Mode.EXCLUDE,
      names = {"RUNNING", "PAUSED"})
  void shouldPromoteAShownImprovementHoweverTheRunEnded(RunStatus status) {
    // When
    PromotionRule rule = new PromotionRule(RUN, status, true, BETTER, false);

    // Then
    assertThat(rule.refusal()).isEmpty();
    assertThat(rule.isForced()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldRefuseARunThatGoesOnAlsoWithForce(boolean force) {
    assertThat(new PromotionRule(RUN, RunStatus.RUNNING, true, BETTER, force).refusal())
        .hasValue("run run-1 is RUNNING; to promote its prompt, it must have ended");
    assertThat(new PromotionRule(RUN, RunStatus.PAUSED, false, null, force).refusal()).isPresent();
  }

  @Test
  void shouldSayWhyNoImprovementIsShown() {
    String start = "run run-1 shows no improvement on its test split: ";
    String end = "; force promotes its prompt all the same, and the evidence will say so";
    assertThat(refusal(true, PERHAPS))
        .isEqualTo(
            start
                + "the difference is +2.0 points with p = 0.340, and must be positive with p < 0.05"
                + end);
    assertThat(refusal(true, null)).isEqualTo(start + "its best prompt is the initial one" + end);
    assertThat(refusal(false, null)).isEqualTo(start + "the split was not scored" + end);
  }

  @Test
  void shouldPromoteWithForceAndSaySo() {
    // When
    PromotionRule rule = new PromotionRule(RUN, RunStatus.FINISHED, true, PERHAPS, true);

    // Then
    assertThat(rule.refusal()).isEmpty();
    assertThat(rule.isForced()).isTrue();
  }

  @Test
  void shouldNotCallForcedWhatNeededNoForce() {
    assertThat(new PromotionRule(RUN, RunStatus.FINISHED, true, BETTER, true).isForced()).isFalse();
  }

  private static String refusal(boolean tested, @Nullable Comparison comparison) {
    return new PromotionRule(RUN, RunStatus.FINISHED, tested, comparison, false)
        .refusal()
        .orElseThrow();
  }
}
