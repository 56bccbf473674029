package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.StepRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class KnownRightTest {

  private static final Set<String> TRAIN = Runs.splits().trainIds();
  private static final PromptId FIRST = PromptId.of("first");
  private static final PromptId SECOND = PromptId.of("second");

  @Test
  void shouldKeepWhatAPromptAnswersRightApartFromOtherPrompts() {
    // Given
    BatchScored first = score("first", List.of("train-1", "train-2", "train-3"), "train-2");
    BatchScored second = score("second", List.of("train-2"), "");

    // When
    KnownRight known = KnownRight.NOTHING.plus(first, TRAIN).plus(second, TRAIN);

    // Then
    assertThat(known.of(FIRST)).containsExactlyInAnyOrder("train-1", "train-3");
    assertThat(known.of(SECOND)).containsExactly("train-2");
    assertThat(known.of(PromptId.of("third"))).isEmpty();
  }

  @Test
  void shouldAddWhatLaterEvaluationsTell() {
    // When
    KnownRight known =
        KnownRight.NOTHING
            .plus(score("first", List.of("train-1"), ""), TRAIN)
            .plus(score("first", List.of("train-4", "train-5"), "train-5"), TRAIN);

    // Then
    assertThat(known.of(FIRST)).containsExactly("train-1", "train-4");
  }

  @Test
  void shouldKnowNothingOfExamplesThatNoBatchDraws() {
    // When
    KnownRight known =
        KnownRight.NOTHING.plus(score("first", List.of("valid-1", "test-1"), ""), TRAIN);

    // Then
    assertThat(known).isEqualTo(KnownRight.NOTHING);
  }

  @Test
  void shouldForgetTheOtherPrompts() {
    // Given
    KnownRight known =
        KnownRight.NOTHING
            .plus(score("first", List.of("train-1"), ""), TRAIN)
            .plus(score("second", List.of("train-2"), ""), TRAIN);

    // When / Then
    assertThat(known.only(Set.of(SECOND)).byPrompt()).containsOnlyKeys(SECOND.value());
    assertThat(known.only(Set.of(PromptId.of("third")))).isEqualTo(KnownRight.NOTHING);
  }

  @Property(tries = 60)
  void shouldNotAskAgainForABatchThatIsKnownToBeRight(
      @ForAll @LongRange(min = 1, max = 10_000) long seed) {
    // Given
    Player player = new Player(Runs.run(8, Runs.ON_TRAIN, seed), new ScriptedServices()).play();

    // When
    List<PromptProposed> batches =
        player.published(PromptProposed.class).stream()
            .filter(event -> event.evaluation().purpose() == Purpose.BATCH)
            .toList();

    // Then: the last redraw of a step is always answered, any other has a mistake, for the
    // acceptance set has told all about the train split.
    Set<Integer> steps = new HashSet<>();
    assertThat(batches).allMatch(batch -> steps.add(batch.evaluation().step()));
    assertThat(player.steps).hasSize(8);
    assertThat(player.steps)
        .filteredOn(step -> "no failing example in 3 batches".equals(step.reason()))
        .allSatisfy(step -> assertThat(rightOf(batches, step)).isTrue());
  }

  private static boolean rightOf(List<PromptProposed> batches, StepRecord step) {
    return batches.stream()
        .filter(batch -> batch.evaluation().step() == step.step())
        .allMatch(
            batch ->
                batch.examples().stream()
                    .allMatch(
                        one -> new ScriptedServices().answers(batch.evaluation().prompt(), one)));
  }

  private static BatchScored score(String prompt, List<String> ids, String wrong) {
    ScriptedServices world =
        new ScriptedServices() {
          @Override
          boolean answers(String text, Example example) {
            return !example.id().equals(wrong);
          }
        };
    List<Example> examples = ids.stream().map(id -> new Example(id, "question", "yes")).toList();
    RunContext context = Runs.context("run-1", prompt, Runs.optimizer(1, null), 1, Runs.splits());
    PromptProposed proposed =
        Proposals.events(
                context,
                RunHistory.begin(prompt, List.of(), 1, List.of()),
                new EvaluationRequest(
                    Proposals.id(context, 1, Purpose.BATCH, PromptId.of(prompt), 0, 0),
                    1,
                    Purpose.BATCH,
                    prompt,
                    examples))
            .getFirst();
    return world.score(proposed.evaluation(), examples);
  }
}
