package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.core.signature.Signature;
import io.dlpo.core.signature.SignatureKind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs that go wrong in a way that is recognised. */
class SignatureRunTest {

  private static final String ADD = "{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"%s\"}]}";
  private static final String DELETE = "{\"edits\":[{\"op\":\"delete\",\"sentence\":2}]}";
  private static final String NOTHING = "{\"edits\":[]}";

  @Test
  void shouldWarnOfARunThatSwings() {
    // Given updates that add what helps and take it away again, and nothing that compares
    ScriptedServices world =
        ScriptedServices.of(
            (prompt, example) -> share(example) < (prompt.contains("Help") ? 80 : 40),
            user -> user.contains("Help") ? DELETE : ADD.formatted("Help."));

    // When
    Player player = new Player(Runs.run(8, null, 1), world).play();

    // Then
    assertThat(kinds(player)).containsExactly(SignatureKind.OSCILLATION);
    assertThat(player.view().warnings())
        .singleElement()
        .asString()
        .startsWith("Oscillation: accuracy swung 7 times between")
        .contains("the last 8 accepted prompts", "optimizer.learningRate.limit");
  }

  @Test
  void shouldWarnOfARunThatStandsStill() {
    // When
    Player player =
        new Player(
                Runs.run(9, AnnealingSettings.DEFAULT, 1),
                ScriptedServices.of((prompt, example) -> share(example) < 50, user -> NOTHING))
            .play();

    // Then
    assertThat(kinds(player)).containsExactly(SignatureKind.STAGNATION);
    assertThat(player.view().warnings())
        .singleElement()
        .asString()
        .startsWith("Stagnation: 9 updates in a row from the first on brought nothing better than");
  }

  @Test
  void shouldBlameTheBackwardModelForUpdatesThatCannotBeRead() {
    // When
    Player player =
        new Player(
                Runs.run(9, AnnealingSettings.DEFAULT, 1),
                ScriptedServices.of(
                    (prompt, example) -> share(example) < 50, user -> "I would rather not."))
            .play();

    // Then
    assertThat(player.view().warnings())
        .singleElement()
        .asString()
        .contains("9 of them could not be read: use a stronger backward model")
        .doesNotContain("temperature");
  }

  @Test
  void shouldNotWarnOfStepsWithoutAMistake() {
    // Given a run that answers every row of the train split, but not of the validation split
    ScriptedServices world =
        ScriptedServices.of(
            (prompt, example) -> of(example, "train") || share(example) < 50, user -> NOTHING);

    // When
    Player player = new Player(Runs.run(9, AnnealingSettings.DEFAULT, 1), world).play();

    // Then
    assertThat(player.view().warnings()).isEmpty();
  }

  @Test
  void shouldWarnOfPromptsThatHelpOnTheTrainSplitOnly() {
    // Given
    ScriptedServices world =
        ScriptedServices.of(
            (prompt, example) ->
                share(example) < (prompt.contains("Help") && of(example, "train") ? 95 : 40),
            user -> user.contains("Help") ? NOTHING : ADD.formatted("Help."));

    // When
    Player player = new Player(Runs.run(2, Runs.ON_TRAIN, 1), world).play();

    // Then
    assertThat(kinds(player)).containsExactly(SignatureKind.OVERFITTING);
    assertThat(player.view().warnings())
        .singleElement()
        .asString()
        .contains("of the train split, but", "of the validation split");
  }

  @Test
  void shouldWarnOfPromptsWhoseBatchesAreBetterThanTheirValidation() {
    // Given a first update that helps, mostly on the train split
    ScriptedServices world =
        ScriptedServices.of(
            (prompt, example) ->
                share(example) < (!prompt.contains("Help") ? 20 : of(example, "train") ? 93 : 40),
            user -> user.contains("Help") ? NOTHING : ADD.formatted("Help."));

    // When
    Player player = new Player(Runs.run(6, AnnealingSettings.DEFAULT, 1), world);
    while (player.view().signatures().isEmpty() && player.step()) {
      // until something is recognised
    }

    // Then
    assertThat(player.view().status()).isEqualTo(RunStatus.RUNNING);
    assertThat(player.view().warnings())
        .singleElement()
        .asString()
        .contains("of batches of the train split, but", "of the validation split");
  }

  @Test
  void shouldWarnAtTheEndOfAPromptThatIsWorseOnTheTestSplit() {
    // Given
    ScriptedServices world =
        ScriptedServices.of(
            (prompt, example) ->
                share(example) < (prompt.contains("Help") && of(example, "valid") ? 95 : 40),
            user -> user.contains("Help") ? NOTHING : ADD.formatted("Help."));

    // When
    Player player = new Player(Runs.run(2, AnnealingSettings.DEFAULT, 1), world).play();

    // Then
    assertThat(kinds(player)).containsExactly(SignatureKind.OVERFITTING);
    assertThat(player.finished().warnings())
        .isEqualTo(player.view().warnings())
        .singleElement()
        .asString()
        .contains("of the validation split, but", "on 120 of the test split");
  }

  @Test
  void shouldNotBlameThePromptThatTheRunBeganWith() {
    // Given a train split and a validation split that are easier than the test split
    ScriptedServices world =
        ScriptedServices.of(
            (prompt, example) -> share(example) < (of(example, "test") ? 30 : 90), user -> NOTHING);

    // When
    Player player = new Player(Runs.run(3, AnnealingSettings.DEFAULT, 1), world).play();

    // Then
    assertThat(player.view().signatures()).isEmpty();
    assertThat(player.finished().warnings()).isEmpty();
  }

  @Test
  void shouldWarnOfARunThatAnswersNoTestExample() {
    // Given answers that the metric cannot read, with the initial prompt and with any other
    ScriptedServices world =
        ScriptedServices.of((prompt, example) -> false, user -> ADD.formatted("Help."));

    // When
    Player player = new Player(Runs.run(2, AnnealingSettings.DEFAULT, 1), world).play();

    // Then
    assertThat(player.finished().warnings())
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .startsWith("Neither the initial nor the best prompt answers one of 120 test")
                    .contains("metric and references"));
  }

  @Test
  void shouldKeepTheWarningsFromBeforeTheFirstStep() {
    // Given
    RunContext context =
        Runs.context(
            "run-1",
            "Answer.",
            Runs.optimizer(7, null),
            1,
            new Splits(Runs.examples("train", 5), Runs.examples("valid", 10), List.of()));

    // When
    Player player =
        new Player(
                context,
                ScriptedServices.of((prompt, example) -> share(example) < 50, user -> NOTHING))
            .play();

    // Then
    assertThat(player.finished().warnings()).hasSize(3);
    assertThat(player.finished().warnings().getFirst()).contains("10 examples");
    assertThat(player.finished().warnings().getLast()).startsWith("Stagnation");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldSeeTheSameHoweverTheRunIsShaken(long seed) {
    // Given
    RunContext context = Runs.run(12, seed % 2 == 0 ? AnnealingSettings.DEFAULT : null, seed);
    Player smooth = new Player(context, new ScriptedServices()).play();
    Random random = new Random(seed);
    Player player = new Player(context, new ScriptedServices());
    player.order = events -> random.nextInt(events.size());

    // When
    while (!(player.state instanceof Ended)) {
      if (random.nextInt(4) == 0) {
        player.pause();
      }
      boolean delivered = random.nextInt(3) > 0 && player.step();
      if (!delivered && player.state instanceof Paused) {
        player.resume();
      }
    }

    // Then
    assertThat(player.view().signatures()).isEqualTo(smooth.view().signatures());
    assertThat(player.finished().warnings()).isEqualTo(smooth.finished().warnings());
  }

  private static List<SignatureKind> kinds(Player player) {
    return player.view().signatures().stream().map(Signature::kind).toList();
  }

  /** An example's place among a hundred, as {@link ScriptedServices} has it. */
  private static int share(Example example) {
    return Math.floorMod(example.input().hashCode() * 31, 100);
  }

  private static boolean of(Example example, String split) {
    return example.id().startsWith(split);
  }
}
