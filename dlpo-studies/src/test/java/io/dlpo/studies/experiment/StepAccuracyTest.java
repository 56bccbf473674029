package io.dlpo.studies.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.budget.Charges;
import io.dlpo.core.run.PromptVersion;
import io.dlpo.core.run.RunStatus;
import io.dlpo.core.run.RunView;
import io.dlpo.core.step.AggregateScore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StepAccuracyTest {

  @Test
  void shouldKeepTheAccuracyThroughARejection() {
    assertThat(
            accuracies(
                4,
                version(0, true, new AggregateScore(4, 10)),
                version(1, false, new AggregateScore(1, 10)),
                version(2, true, new AggregateScore(7, 10)),
                version(3, false, null),
                version(4, true, new AggregateScore(6, 10))))
        .containsExactly(.4, .4, .7, .7, .6);
  }

  @Test
  void shouldLeaveOutWhatWasNotScored() {
    assertThat(
            accuracies(
                2,
                version(0, true, null),
                version(1, true, new AggregateScore(1, 2)),
                version(2, true, null)))
        .containsExactly(null, .5, null);
  }

  @Test
  void shouldBeginWithTheInitialPromptWhenThereWasNoStep() {
    assertThat(accuracies(0, version(0, true, new AggregateScore(1, 4)))).containsExactly(.25);
  }

  private static List<@Nullable Double> accuracies(int steps, PromptVersion... versions) {
    List<PromptVersion> prompts = List.of(versions);
    int accepted = (int) prompts.stream().filter(one -> one.accepted() && one.step() > 0).count();
    return StepAccuracy.of(
        new RunView(
            RunStatus.FINISHED,
            null,
            "finished",
            steps,
            steps,
            accepted,
            steps - accepted,
            "",
            prompts.getFirst(),
            prompts.getLast(),
            prompts.getLast(),
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            0,
            Charges.NONE,
            prompts,
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static PromptVersion version(int step, boolean accepted, @Nullable AggregateScore score) {
    String text = "prompt " + step;
    return new PromptVersion(PromptId.of(text), null, step, text, accepted, null, score, List.of());
  }
}
