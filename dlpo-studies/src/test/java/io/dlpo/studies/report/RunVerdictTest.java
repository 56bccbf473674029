package io.dlpo.studies.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.core.run.PlayedRun;
import io.dlpo.core.run.RunView;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunVerdictTest {

  private static final RunView ENDED = PlayedRun.annealed(8, 1).play().view();

  @Test
  void shouldSayThatTheNewPromptIsBetter() {
    assertThat(RunVerdict.of(with(score(20), score(34), comparison(0.35, 0.0002))))
        .isEqualTo(
            "The new prompt is better: it scores 85.0 % on the test split, the initial prompt"
                + " 50.0 % (+35.0 points, p < 0.001).");
  }

  @Test
  void shouldCallADifferenceThatCanBeChanceByItsName() {
    assertThat(RunVerdict.of(with(score(20), score(24), comparison(0.1, 0.3))))
        .isEqualTo(
            "The new prompt is not shown to be better: it scores 60.0 % on the test split, the"
                + " initial prompt 50.0 %, a difference that can be chance (p 0.300).");
  }

  @Test
  void shouldSayThatTheNewPromptIsNotBetter() {
    assertThat(RunVerdict.of(with(score(20), score(12), comparison(-0.2, 0.01))))
        .isEqualTo(
            "The new prompt is not better: it scores 30.0 % on the test split, the initial prompt"
                + " 50.0 % (p 0.010).");
  }

  @Test
  void shouldSayThatNoTestSplitShowsIt() {
    assertThat(RunVerdict.of(with(null, null, null)))
        .isEqualTo("A new prompt was found, but no test split shows whether it is better.");
  }

  @Test
  void shouldSayThatTheInitialPromptIsTheResult() {
    // Given
    RunView cancelled = PlayedRun.annealed(8, 1).cancel().view();

    // Then
    assertThat(RunVerdict.of(cancelled))
        .isEqualTo("No better prompt was found: the result is the initial prompt.");
  }

  @Test
  void shouldWaitForTheEnd() {
    assertThat(RunVerdict.of(PlayedRun.annealed(8, 1).view()))
        .isEqualTo("No result yet: the run is running.");
  }

  private static HeldOutScore score(int correct) {
    return new HeldOutScore(correct, 40, correct / 40.0, 0, 1);
  }

  private static Comparison comparison(double difference, double p) {
    return new Comparison("MCNEMAR_EXACT", difference, null, null, p);
  }

  private static RunView with(
      @Nullable HeldOutScore baseline,
      @Nullable HeldOutScore best,
      @Nullable Comparison comparison) {
    return new RunView(
        ENDED.status(),
        ENDED.reason(),
        ENDED.phase(),
        ENDED.step(),
        ENDED.steps(),
        ENDED.accepted(),
        ENDED.rejected(),
        ENDED.trajectory(),
        ENDED.initial(),
        ENDED.current(),
        ENDED.best(),
        ENDED.currentScore(),
        ENDED.validation(),
        baseline,
        best,
        comparison,
        ENDED.usageByPurpose(),
        ENDED.criticalPathMillis(),
        ENDED.charges(),
        ENDED.prompts(),
        ENDED.warnings(),
        ENDED.arms(),
        ENDED.signatures(),
        ENDED.failedRows());
  }
}
