package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.technique.TextualLearningRate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(() -> optimizer(0, 1, 1), "optimizer.batchSize is 0; must be 1 to 1000"),
        refusal(() -> optimizer(1, 0, 1), "optimizer.steps is 0; must be 1 to 1000"),
        refusal(() -> optimizer(1, 1_001, 1), "optimizer.steps is 1001"),
        refusal(() -> optimizer(1, 1, -1), "optimizer.maxRedraws is -1; must be 0 to 100"),
        refusal(() -> new TextualLearningRate(0), "optimizer.learningRate.limit is 0"),
        refusal(() -> new TextualLearningRate(0), "limit is 0; must be 1 or more"),
        refusal(() -> new ValidationSettings(-1, 0), "optimizer.validation.every is -1"),
        refusal(() -> annealing(0, 2, 0.3), "optimizer.annealing.temperature is 0.0"),
        refusal(() -> annealing(Double.NaN, 2, 0.3), "optimizer.annealing.temperature is NaN"),
        refusal(() -> annealing(1, 0.5, 0.3), "optimizer.annealing.cooling is 0.5"),
        refusal(() -> annealing(1, 2, 1.5), "optimizer.annealing.largestDrop is 1.5"),
        refusal(() -> new AggregateScore(3, 2), "AggregateScore is 3 of 2"),
        refusal(() -> new Splits(List.of(), List.of(), List.of()), "the train split is empty"),
        refusal(
            () ->
                context(
                    new OptimizerSettings(
                        "textgrad",
                        4,
                        1,
                        0,
                        TechniqueSettings.NONE,
                        null,
                        ValidationSettings.DEFAULT)),
            "optimizer.batchSize is 4; must be 1 to 3, the size of the train split"),
        refusal(
            () ->
                context(
                    new OptimizerSettings(
                        "textgrad",
                        1,
                        1,
                        0,
                        TechniqueSettings.NONE,
                        AnnealingSettings.DEFAULT,
                        ValidationSettings.DEFAULT)),
            "the validation split is empty; must be TRAIN"));
  }

  private static Arguments refusal(ThrowingCallable call, String message) {
    return Arguments.of(call, message);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void shouldRefuseImpossibleValuesByNameAndValue(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void shouldRefuseAPromptThatCannotBeUsed() {
    // Given
    RunContext context =
        Runs.context("r", "a <frozen> b", Runs.optimizer(1, null), 1, Runs.splits());

    // When / Then
    assertThatThrownBy(() -> RunState.begin(context))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("<frozen> at character 2 without </frozen>");
  }

  @Test
  void shouldValidateEveryNthAcceptedPrompt() {
    // Given
    OptimizerSettings optimizer =
        new OptimizerSettings(
            "textgrad", 3, 8, 2, TechniqueSettings.NONE, null, new ValidationSettings(3, 0));

    // When
    Player player =
        new Player(
                Runs.context("r", "Answer.", optimizer, 4, Runs.splits()), new ScriptedServices())
            .play();

    // Then
    assertThat(
            player.view().prompts().stream()
                .filter(PromptVersion::accepted)
                .map(prompt -> prompt.validation() != null))
        .startsWith(true, false, false, true);
  }

  private static OptimizerSettings optimizer(int batchSize, int steps, int maxRedraws) {
    return new OptimizerSettings(
        "textgrad",
        batchSize,
        steps,
        maxRedraws,
        TechniqueSettings.NONE,
        null,
        ValidationSettings.DEFAULT);
  }

  private static AnnealingSettings annealing(double temperature, double cooling, double drop) {
    return new AnnealingSettings(
        temperature,
        cooling,
        drop,
        CoolingPer.ACCEPTED,
        AnnealingStart.INITIAL,
        AcceptanceSplit.TRAIN,
        0,
        false,
        1,
        0,
        0,
        1);
  }

  private static RunContext context(OptimizerSettings optimizer) {
    return Runs.context(
        "r", "Answer.", optimizer, 1, new Splits(Runs.examples("t", 3), List.of(), List.of()));
  }
}
