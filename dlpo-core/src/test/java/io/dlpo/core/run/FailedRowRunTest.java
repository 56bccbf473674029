package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.core.budget.Budget;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that the endpoint refuses, in every state of a run. */
class FailedRowRunTest {

  private static final double SHARE = 0.02;

  /** One row of each split; of 190 rows, 3 may fail. */
  private static final Set<String> BAD_ROWS = Set.of("train-7", "valid-3", "test-11");

  /** Validation beside acceptance, screening and rungs, so that every purpose occurs. */
  private static RunContext run(long seed) {
    return Runs.run(8, Runs.annealing(AcceptanceSplit.TRAIN, true, 3), seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldFinishAndListTheRowsThatCountedAsWrong(long seed) {
    // When
    Player player = new Player(Runs.tolerating(SHARE, run(seed)), refusing(BAD_ROWS)).play();

    // Then
    assertThat(player.view().status()).isEqualTo(RunStatus.FINISHED);
    assertThat(player.view().failedRows())
        .extracting(FailedRow::id, FailedRow::message)
        .containsExactly(
            tuple("test-11", "REFUSED, 400 from test: filtered"),
            tuple("train-7", "REFUSED, 400 from test: filtered"),
            tuple("valid-3", "REFUSED, 400 from test: filtered"));
  }

  /** A refused row is a wrong answer of which the evaluator tells no mistake. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldDecideAsIfTheModelHadAnsweredTheRowsWrong(long seed) {
    // Given
    ScriptedServices wrong =
        new ScriptedServices() {
          @Override
          public BatchScored score(Evaluation evaluation, List<Example> examples) {
            return silent(super.score(evaluation, examples));
          }

          @Override
          boolean answers(String prompt, Example example) {
            return !BAD_ROWS.contains(example.id()) && super.answers(prompt, example);
          }
        };

    // When
    RunFinished refused =
        new Player(Runs.tolerating(SHARE, run(seed)), refusing(BAD_ROWS)).play().finished();

    // Then
    RunFinished answered = new Player(run(seed), wrong).play().finished();
    assertThat(refused.trajectory()).isEqualTo(answered.trajectory());
    assertThat(refused.baseline()).isEqualTo(answered.baseline());
    assertThat(refused.best()).isEqualTo(answered.best());
    assertThat(refused.comparison()).isEqualTo(answered.comparison());
  }

  private static BatchScored silent(BatchScored scored) {
    return new BatchScored(
        scored.evaluation(),
        scored.correct(),
        0,
        scored.score(),
        scored.examples(),
        scored.mistakes().stream()
            .filter(mistake -> !BAD_ROWS.contains(mistake.exampleId()))
            .toList(),
        List.of(),
        scored.usage(),
        scored.criticalPathMillis());
  }

  @Test
  void shouldKeepARefusedRowInTheDenominatorOfTheTest() {
    // Given a model that knows all answers
    ScriptedServices world =
        new ScriptedServices() {
          @Override
          boolean answers(String prompt, Example example) {
            return true;
          }

          @Override
          boolean refuses(Evaluation evaluation, Example example) {
            return BAD_ROWS.contains(example.id());
          }
        };

    // When
    Player player = new Player(Runs.tolerating(SHARE, run(1)), world).play();

    // Then
    HeldOutScore test = Objects.requireNonNull(player.view().baselineTest());
    assertThat(test.correct()).isEqualTo(119);
    assertThat(test.total()).isEqualTo(120);
    assertThat(test.score()).isEqualTo(119 / 120.0);
    assertThat(player.steps).allMatch(step -> !step.accepted());
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void shouldContinueIfOneRowOfAnyEvaluationIsRefused(Purpose purpose) {
    // Given: the first row of this purpose is always refused
    String[] bad = {null};
    ScriptedServices world =
        refusing(
            (evaluation, example) -> {
              if (evaluation.purpose() == purpose && bad[0] == null) {
                bad[0] = example.id();
              }
              return evaluation.purpose() == purpose && example.id().equals(bad[0]);
            });

    // When
    Player player = new Player(Runs.tolerating(SHARE, run(3)), world).play();

    // Then
    assertThat(player.view().status()).isEqualTo(RunStatus.FINISHED);
    assertThat(player.view().failedRows())
        .singleElement()
        .returns(bad[0], FailedRow::id)
        .satisfies(row -> assertThat(row.count()).isPositive());
  }

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void shouldPauseBeyondTheShareAndContinueOnceTheRowsAreAnswered(Purpose purpose) {
    // Given
    RunContext context = Runs.tolerating(SHARE, run(3));
    boolean[] down = {true};
    ScriptedServices world =
        refusing((evaluation, example) -> down[0] && evaluation.purpose() == purpose);
    Player player = new Player(context, world);

    // When
    player.play();

    // Then
    assertThat(player.view().status()).isEqualTo(RunStatus.PAUSED);
    assertThat(player.view().reason())
        .contains("rows got no usable answer", "failures.tolerate (0.02) allows ")
        .contains("(REFUSED, 400 from test: filtered)", "Every row failed");
    assertThat(player.view().failedRows()).isEmpty();

    // When
    down[0] = false;
    player.resume();
    player.play();

    // Then
    assertThat(player.finished().trajectory())
        .isEqualTo(new Player(context, new ScriptedServices()).play().finished().trajectory());
  }

  @Test
  void shouldPauseWithTheRowsTheShareAndWhatToDo() {
    // When
    Player player =
        new Player(
                Runs.tolerating(SHARE, Runs.annealed()),
                refusing((evaluation, example) -> example.id().matches("valid-[1-5]")))
            .play();

    // Then
    assertThat(player.view().status()).isEqualTo(RunStatus.PAUSED);
    assertThat(player.view().reason())
        .isEqualTo(
            "5 of 40 rows got no usable answer, but failures.tolerate (0.02) allows 1: valid-1"
                + " (REFUSED, 400 from test: filtered); valid-2; valid-3; and 2 more. Allow more"
                + " with failures.tolerate, remove the rows from the dataset, or use another"
                + " model.");
  }

  @Test
  void shouldPauseForOneRowIfNoneIsTolerated() {
    // When
    Player player = new Player(Runs.annealed(), refusing(BAD_ROWS)).play();

    // Then
    assertThat(player.view().reason())
        .startsWith(
            "1 of 40 rows got no usable answer, and failures.tolerate allows none: valid-3");
    assertThat(player.published(PromptProposed.class))
        .allMatch(proposed -> proposed.evaluation().tolerated() == null);
  }

  @Test
  void shouldPauseForAFailureThatIsNotTheRowsWhateverTheShare() {
    // Given
    Player player = new Player(Runs.tolerating(1, Runs.annealed()), new ScriptedServices());
    player.inFlight.clear();

    // When
    player.deliver(
        player.world.failedScore(player.published(PromptProposed.class).getFirst().evaluation()));

    // Then
    assertThat(player.view().status()).isEqualTo(RunStatus.PAUSED);
    assertThat(player.view().reason())
        .isEqualTo("1 of 40 examples got no answer: SERVER_ERROR, 503 from test");
  }

  @Test
  void shouldPauseForTheFirstNewRowOfABatchBeyondTheShareOfTheRun() {
    // Given a run that has seen as many bad rows as it tolerates
    ScriptedServices world =
        refusing(
            (evaluation, example) ->
                evaluation.purpose() == Purpose.BATCH && example.id().matches("train-[0-9]"));

    // When
    Player player = new Player(Runs.tolerating(SHARE, run(1)), world).play();

    // Then
    assertThat(player.view().status()).isEqualTo(RunStatus.PAUSED);
    assertThat(player.view().failedRows()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void shouldProduceOneGradientForATolerantBatchWithoutACritiqueOfTheRow() {
    // When
    Player player = new Player(Runs.tolerating(SHARE, run(2)), refusing(BAD_ROWS)).play();

    // Then
    List<GradientProduced> gradients = of(player, GradientProduced.class);
    List<BatchScored> tolerant =
        of(player, BatchScored.class).stream()
            .filter(scored -> scored.evaluation().purpose() == Purpose.BATCH)
            .filter(scored -> scored.countedAsWrong() > 0 && !scored.mistakes().isEmpty())
            .toList();
    assertThat(tolerant).isNotEmpty();
    for (BatchScored scored : tolerant) {
      assertThat(scored.mistakes()).extracting(Mistake::exampleId).doesNotContain("train-7");
      assertThat(scored.examples()).contains(new ExampleScore("train-7", 0.0));
      assertThat(gradients)
          .filteredOn(gradient -> gradient.evaluation().equals(scored.evaluation()))
          .singleElement()
          .returns(scored.correct(), GradientProduced::correct);
    }
  }

  @Test
  void shouldListTheRowsWhetherTheScoreOrTheGradientOfABatchIsFirst() {
    // Given
    RunContext context = Runs.tolerating(SHARE, run(2));
    Player inOrder = new Player(context, refusing(BAD_ROWS)).play();
    Player reversed = new Player(context, refusing(BAD_ROWS));
    reversed.order = FailedRowRunTest::gradientsFirst;

    // When
    reversed.play();

    // Then
    assertThat(reversed.view().failedRows()).isEqualTo(inOrder.view().failedRows());
    assertThat(reversed.view().trajectory()).isEqualTo(inOrder.view().trajectory());
  }

  private static int gradientsFirst(List<Event> events) {
    return IntStream.range(0, events.size())
        .filter(i -> events.get(i) instanceof GradientProduced)
        .findFirst()
        .orElse(0);
  }

  @Test
  void shouldChargeATolerantEvaluation() {
    // Given
    RunContext limited =
        Runs.within(new Budget(100_000, null, null, true), Runs.tolerating(SHARE, run(1)));

    // When
    Player player = new Player(limited, refusing(BAD_ROWS)).play();

    // Then: every evaluation is charged, each at the mean of its examples
    assertThat(player.view().status()).isEqualTo(RunStatus.FINISHED);
    assertThat(player.view().charges().tokens())
        .isBetween(100L * player.view().charges().calls(), 110L * player.view().charges().calls());
  }

  @Property(tries = 30)
  void shouldDoTheSameWithAndWithoutToleranceIfNoRowFails(
      @ForAll @DoubleRange(min = 0.01, max = 1) double share,
      @ForAll @IntRange(min = 1, max = 200) int seed) {
    // When
    Player tolerant = new Player(Runs.tolerating(share, run(seed)), new ScriptedServices()).play();

    // Then
    Player strict = new Player(run(seed), new ScriptedServices()).play();
    assertThat(tolerant.finished()).isEqualTo(strict.finished());
    assertThat(tolerant.steps).isEqualTo(strict.steps);
  }

  @Property(tries = 30)
  void shouldPauseAtTheSameEventWithoutToleranceHoweverTheRowsFail(
      @ForAll @IntRange(min = 1, max = 200) int seed) {
    // Given
    Random random = new Random(seed);
    Set<String> bad =
        Set.of("train-" + random.nextInt(30), "valid-" + random.nextInt(40), "test-0");

    // When
    Player player = new Player(run(seed), refusing(bad)).play();

    // Then: the first evaluation with a bad row
    assertThat(player.view().status()).isEqualTo(RunStatus.PAUSED);
    assertThat(of(player, BatchScored.class).stream().filter(scored -> scored.failed() > 0))
        .singleElement()
        .isEqualTo(of(player, BatchScored.class).getLast());
  }

  private static <E extends Event> List<E> of(Player player, Class<E> type) {
    Stream<Event> log = player.log.stream();
    return log.filter(type::isInstance).map(type::cast).toList();
  }

  private static ScriptedServices refusing(Set<String> rows) {
    return refusing((evaluation, example) -> rows.contains(example.id()));
  }

  private static ScriptedServices refusing(BiPredicate<Evaluation, Example> refused) {
    return new ScriptedServices() {
      @Override
      boolean refuses(Evaluation evaluation, Example example) {
        return refused.test(evaluation, example);
      }
    };
  }
}
