package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.core.step.StepRecord;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Single steps with a world that does what a test says. */
class StepScenarioTest {

  private static final String ADD = "{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"%s\"}]}";

  @Test
  void shouldDrawAgainWithinAStepAndThenGiveUp() {
    // Given
    RunContext context = Runs.run(2, AnnealingSettings.DEFAULT, 1);

    // When
    Player player = play(context, (prompt, example) -> true, user -> "unused");

    // Then
    assertThat(batches(player).subList(0, 3)).doesNotHaveDuplicates();
    assertThat(player.steps)
        .allSatisfy(
            step -> {
              assertThat(step.accepted()).isFalse();
              assertThat(step.candidateId()).isNull();
              assertThat(step.reason()).isEqualTo("no failing example in 3 batches");
              assertThat(step.previousCorrect()).isEqualTo(40);
              assertThat(step.total()).isEqualTo(40);
              assertThat(step.evaluated()).isZero();
            });
    assertThat(player.steps.getLast().batch()).isEqualTo(batches(player).getLast());
    assertThat(player.finished().best().correct()).isEqualTo(120);
  }

  @Test
  void shouldLearnFromARedrawnBatch() {
    // Given
    RunContext context = Runs.run(1, AnnealingSettings.DEFAULT, 1);
    Player probe = play(context, (prompt, example) -> true, user -> "unused");
    String late = batches(probe).get(1).getFirst();
    assertThat(batches(probe).getFirst()).doesNotContain(late);

    // When
    Player player =
        play(
            context,
            (prompt, example) -> !example.id().equals(late),
            user -> ADD.formatted("Help."));

    // Then
    assertThat(batches(player)).hasSize(2);
    assertThat(player.steps.getFirst().accepted()).isTrue();
    assertThat(player.steps.getFirst().batch()).isEqualTo(batches(player).get(1));
  }

  @Test
  void shouldPassOverABatchThatIsKnownToHaveNoMistake() {
    // Given a prompt that is right everywhere, and says so on the train split before the first step
    RunContext context = Runs.run(2, Runs.ON_TRAIN, 1);

    // When
    Player player = play(context, (prompt, example) -> true, user -> "unused");

    // Then only each step's last batch is answered, and the decisions are as if all were
    assertThat(batches(player)).hasSize(2);
    assertThat(player.steps).extracting(StepRecord::batch).isEqualTo(batches(player));
    assertThat(player.steps)
        .extracting(StepRecord::reason)
        .containsOnly("no failing example in 3 batches");
  }

  @Test
  void shouldRejectAnUpdateThatCannotBeReadTwice() {
    // When
    Player player = play(Runs.run(1, AnnealingSettings.DEFAULT, 1), (p, e) -> false, user -> "Hm.");

    // Then
    StepRecord step = player.steps.getFirst();
    assertThat(step.reason())
        .isEqualTo(
            "the update could not be read: it has no JSON object with \"edits\"; it begins: Hm.");
    assertThat(step.candidateId()).isNull();
    assertThat(step.rateLimit()).isEqualTo(4);
    assertThat(player.view().usageByPurpose().get(CallPurpose.UPDATE).paid()).isEqualTo(2);
  }

  @Test
  void shouldTakeTheSecondReplyIfTheFirstCannotBeRead() {
    // When
    Player player =
        play(
            Runs.run(1, AnnealingSettings.DEFAULT, 1),
            (p, e) -> false,
            user -> user.contains("could not be used") ? ADD.formatted("Help.") : "Hm.");

    // Then
    assertThat(player.steps.getFirst().candidate()).isEqualTo("Answer the question. Help.");
  }

  @Test
  void shouldRejectAnUpdateThatChangesNothingAndSayWhy() {
    // When
    Player player =
        play(
            Runs.run(1, AnnealingSettings.DEFAULT, 1),
            (p, e) -> false,
            user -> "{\"edits\":[{\"op\":\"delete\",\"sentence\":1}]}");

    // Then
    assertThat(player.steps.getFirst().reason())
        .isEqualTo("the update changed nothing: delete 1: nothing would be left of the prompt");
    assertThat(player.finished().rejected()).isEqualTo(1);
  }

  @Test
  void shouldTestOnePromptOnceIfItIsBothInitialAndBest() {
    // When
    Player player = play(Runs.run(1, AnnealingSettings.DEFAULT, 1), (p, e) -> false, user -> "Hm.");

    // Then
    RunFinished end = player.finished();
    assertThat(end.best()).isEqualTo(end.baseline()).isNotNull();
    assertThat(end.usage().paid()).isEqualTo(player.world.paid());
    assertThat(
            player.published(PromptProposed.class).stream()
                .filter(event -> event.evaluation().purpose() == Purpose.TEST))
        .hasSize(2);
  }

  @Test
  void shouldKeepThePromptWhenACandidateIsFarWorse() {
    // When
    Player player =
        play(
            Runs.retrying(Runs.run(3, AnnealingSettings.DEFAULT, 1)),
            (prompt, example) -> !prompt.contains("Harm") && !example.id().startsWith("train"),
            user -> ADD.formatted("Harm."));

    // Then
    assertThat(player.steps)
        .hasSize(3)
        .allSatisfy(
            step -> {
              assertThat(step.accepted()).isFalse();
              assertThat(step.reason())
                  .isEqualTo("0 of 40 right, before 40: worse by more than annealing may take");
              assertThat(step.temperature()).isEqualTo(0.05);
              assertThat(step.probability()).isZero();
            });
    assertThat(player.steps).extracting(StepRecord::draw).doesNotHaveDuplicates();
    assertThat(player.finished().bestPrompt()).isEqualTo("Answer the question.");
    // The same candidate again costs nothing.
    assertThat(player.view().usageByPurpose().get(CallPurpose.ACCEPTANCE).paid()).isEqualTo(80);
  }

  @Test
  void shouldKeepFrozenTextThroughTheRun() {
    // Given
    RunContext context =
        Runs.context(
            "run-1",
            "<frozen>Never guess.</frozen> Answer.",
            Runs.optimizer(1, null),
            1,
            Runs.splits());

    // When
    Player player =
        play(
            context,
            (p, e) -> false,
            user ->
                """
                {"edits":[{"op":"delete","sentence":1},{"op":"modify","sentence":2,"text":"Help."}]}""");

    // Then
    assertThat(player.view().initial().text()).isEqualTo("Never guess. Answer.");
    assertThat(player.steps.getFirst().candidate()).isEqualTo("Never guess. Help.");
    assertThat(player.steps.getFirst().protectedSentences()).containsExactly(1);
  }

  @Test
  void shouldRunWithTrainExamplesAlone() {
    // Given
    RunContext context =
        Runs.context(
            "run-1",
            "Answer.",
            Runs.optimizer(2, null),
            1,
            new Splits(Runs.examples("train", 5), List.of(), List.of()));

    // When
    Player player =
        play(context, (p, e) -> false, user -> ADD.formatted("Help " + user.length() + "."));

    // Then
    RunFinished end = player.finished();
    assertThat(end.accepted()).isEqualTo(2);
    assertThat(end.baseline()).isNull();
    assertThat(end.bestPrompt()).isEqualTo(player.view().current().text());
    assertThat(player.view().warnings()).hasSize(2);
  }

  @Test
  void shouldAskForAReplyToAGradientThatItAwaits() {
    // Given
    RunContext context = Runs.run(1, null, 1);
    Player player = new Player(context, ScriptedServices.of((p, e) -> false, user -> "Hm."));
    while (!(player.state instanceof GradientAwaited)) {
      player.step();
    }
    GradientProduced gradient = (GradientProduced) player.inFlight.getFirst();

    // When / Then
    assertThat(player.state.updateFor(context, gradient))
        .hasValueSatisfying(
            dialogue ->
                assertThat(dialogue.requester()).isEqualTo("update:" + gradient.evaluation().id()));
    assertThatThrownBy(() -> player.state.updated(context, gradient, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("replies is empty");
  }

  private static List<List<String>> batches(Player player) {
    return player.published(PromptProposed.class).stream()
        .filter(event -> event.evaluation().purpose() == Purpose.BATCH)
        .map(event -> event.examples().stream().map(Example::id).toList())
        .toList();
  }

  private static Player play(
      RunContext context, BiPredicate<String, Example> answers, UnaryOperator<String> update) {
    return new Player(context, ScriptedServices.of(answers, update)).play();
  }
}
