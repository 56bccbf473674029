package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.core.step.StepRecord;
import io.dlpo.core.technique.LearningRateDecay;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.technique.TextualContrast;
import io.dlpo.core.technique.TextualDropout;
import io.dlpo.core.technique.TextualLearningRate;
import io.dlpo.core.technique.TextualMomentum;
import io.dlpo.core.technique.TextualRegularization;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole runs with techniques on. */
class TechniqueRunTest {

  static final TechniqueSettings ALL =
      new TechniqueSettings(
          new TextualLearningRate(5),
          new LearningRateDecay(LearningRateDecay.Schedule.LINEAR, 0.9),
          TextualDropout.DEFAULT,
          TextualMomentum.DEFAULT,
          new TextualContrast(TextualContrast.Selection.RANK, 2, 0),
          TextualRegularization.DEFAULT);

  @Test
  void shouldTakeTheSameWayEachTimeWithAllTechniquesOn() {
    // When
    Player first = play(ALL, 4);
    Player second = play(ALL, 4);

    // Then
    assertThat(first.finished().trajectory()).isEqualTo(second.finished().trajectory());
    assertThat(first.view().usageByPurpose().get(CallPurpose.CONTRAST).paid()).isPositive();
    assertThat(first.view().usageByPurpose().get(CallPurpose.REGULARIZATION).paid()).isPositive();
  }

  @Test
  void shouldLowerTheRateWithEachAcceptedStepOnly() {
    // When
    Player player = play(ALL, 4);

    // Then
    int accepted = 0;
    for (StepRecord step : player.steps) {
      if (step.rateLimit() != null) {
        assertThat(step.rateLimit()).isEqualTo(Math.max(5 - accepted, 1));
      }
      accepted += step.accepted() ? 1 : 0;
    }
    assertThat(accepted).isPositive();
  }

  @Test
  void shouldNameTheTechniquesThatActedInTheEvent() {
    // When
    List<PromptAccepted> accepted = play(ALL, 4).published(PromptAccepted.class);

    // Then
    assertThat(accepted).hasSizeGreaterThan(1);
    assertThat(accepted.getFirst().decision().techniques())
        .contains("learningRate", "learningRateDecay", "dropout", "annealing")
        .doesNotContain("momentum");
    assertThat(accepted.getLast().decision().techniques()).contains("momentum", "contrast");
  }

  @Test
  void shouldPayForNoComparisonWhenItIsOff() {
    // When
    Player player = play(TechniqueSettings.NONE, 4);

    // Then
    assertThat(player.view().usageByPurpose().get(CallPurpose.CONTRAST).paid()).isZero();
    assertThat(player.steps).extracting(StepRecord::rateLimit).containsOnlyNulls();
  }

  private static Player play(TechniqueSettings techniques, long seed) {
    OptimizerSettings optimizer =
        new OptimizerSettings(
            "annealing",
            3,
            10,
            2,
            techniques,
            AnnealingSettings.DEFAULT,
            ValidationSettings.DEFAULT);
    RunContext context =
        Runs.context("run-1", "Answer the question.", optimizer, seed, Runs.splits());
    return new Player(context, new ScriptedServices()).play();
  }
}
