package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.PromptRejected;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.event.RunOutcome;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.core.step.StepRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole runs, played from begin to end. */
class RunSimulationTest {

  static Stream<RunContext> runs() {
    return Stream.of(Runs.annealed(), Runs.annealedOnTrain(), Runs.plain());
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldDecideOnceInEveryStep(RunContext context) {
    // When
    Player player = new Player(context, new ScriptedServices()).play();

    // Then
    List<Integer> numbers = IntStream.rangeClosed(1, 8).boxed().toList();
    assertThat(player.steps).extracting(StepRecord::step).isEqualTo(numbers);
    assertThat(player.decisions()).extracting(RunSimulationTest::step).isEqualTo(numbers);
    RunFinished end = player.finished();
    assertThat(end.outcome()).isEqualTo(RunOutcome.FINISHED);
    assertThat(end.accepted() + end.rejected()).isEqualTo(8);
    assertThat(end.accepted()).isEqualTo(player.published(PromptAccepted.class).size());
    assertThat(end.trajectory()).isEqualTo(player.view().trajectory());
    assertThat(player.view().status()).isEqualTo(RunStatus.FINISHED);
    assertThat(player.published.getLast()).isEqualTo(end);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldImproveAndSayByHowMuchOnHeldOutExamples(RunContext context) {
    // Given
    ScriptedServices world = new ScriptedServices();

    // When
    RunFinished end = new Player(context, world).play().finished();

    // Then
    assertThat(world.quality(end.bestPrompt()))
        .isGreaterThan(world.quality("Answer the question."));
    assertThat(end.baseline().total()).isEqualTo(120);
    assertThat(end.best().correct()).isGreaterThan(end.baseline().correct());
    assertThat(end.best().lower()).isLessThan(end.best().score());
    assertThat(end.best().upper()).isGreaterThan(end.best().score());
    assertThat(end.wallMillis()).isEqualTo(1_234);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldCountEveryPaidCallOnce(RunContext context) {
    // Given
    ScriptedServices world = new ScriptedServices();

    // When
    Player player = new Player(context, world).play();

    // Then
    assertThat(player.finished().usage().paid()).isEqualTo(world.paid());
    assertThat(player.view().usage()).isEqualTo(player.finished().usage());
    assertThat(player.view().usageByPurpose()).containsOnlyKeys(CallPurpose.counted());
    assertThat(player.finished().criticalPathMillis()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldHaveTheSameTrajectoryWhenTheLedgerAnswersEverything(RunContext context) {
    // Given
    ScriptedServices world = new ScriptedServices();
    RunFinished first = new Player(context, world).play().finished();

    // When
    RunFinished second = new Player(context, world).play().finished();

    // Then
    assertThat(second.trajectory()).isEqualTo(first.trajectory());
    assertThat(second.bestPrompt()).isEqualTo(first.bestPrompt());
    assertThat(second.usage().paid()).isZero();
    assertThat(second.criticalPathMillis()).isZero();
  }

  @Test
  void shouldNotDependOnTheRunId() {
    // Given
    RunContext one = Runs.annealed();
    RunContext other =
        Runs.context(
            "other",
            one.settings().prompt(),
            one.settings().optimizer(),
            one.settings().seed(),
            one.splits());

    // When / Then
    assertThat(new Player(other, new ScriptedServices()).play().finished().trajectory())
        .isEqualTo(new Player(one, new ScriptedServices()).play().finished().trajectory());
  }

  @Test
  void shouldDependOnTheSeed() {
    // When
    List<String> trajectories =
        IntStream.range(0, 5)
            .mapToObj(seed -> Runs.run(8, AnnealingSettings.DEFAULT, seed))
            .map(
                context ->
                    new Player(context, new ScriptedServices()).play().finished().trajectory())
            .toList();

    // Then
    assertThat(trajectories).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldNotCareForTheOrderNorForRepeats(RunContext context) {
    // Given
    RunFinished inOrder = new Player(context, new ScriptedServices()).play().finished();

    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Player player = new Player(context, new ScriptedServices());
      player.order = events -> random.nextInt(events.size());
      List<Event> seen = new ArrayList<>();

      // When
      while (!player.inFlight.isEmpty()) {
        List<Event> before = List.copyOf(player.inFlight);
        player.step();
        seen.addAll(before);
        player.deliver(seen.get(random.nextInt(seen.size())));
      }

      // Then
      assertThat(player.finished().trajectory()).isEqualTo(inOrder.trajectory());
      assertThat(player.finished().bestPrompt()).isEqualTo(inOrder.bestPrompt());
      assertThat(player.decisions()).hasSize(8);
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldIgnoreEverythingAfterTheEnd(RunContext context) {
    // Given
    Player player = new Player(context, new ScriptedServices());
    List<Event> seen = new ArrayList<>();
    while (!player.inFlight.isEmpty()) {
      seen.addAll(player.inFlight);
      player.step();
    }
    int published = player.published.size();
    RunState end = player.state;

    // When
    seen.forEach(player::deliver);
    player.pause();

    // Then
    assertThat(player.published).hasSize(published);
    assertThat(player.state).isEqualTo(end);
    assertThat(player.cancel()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void shouldNameEveryEvaluationOnceAndCutItIntoParts(RunContext context) {
    // When
    Player player = new Player(context, new ScriptedServices()).play();

    // Then
    List<PromptProposed> proposals = player.published(PromptProposed.class);
    assertThat(proposals).extracting(CloudEventAttributes::id).doesNotHaveDuplicates();
    assertThat(proposals).allMatch(proposal -> proposal.examples().size() <= 100);
    List<EvaluationId> tests =
        proposals.stream()
            .filter(proposal -> proposal.evaluation().purpose() == Purpose.TEST)
            .map(proposal -> proposal.evaluation().id())
            .toList();
    assertThat(tests).hasSize(4);
    assertThat(tests.stream().distinct()).hasSize(2);
  }

  @Test
  void shouldNotValidateTwiceWhatAcceptanceHasScored() {
    // When
    Player player = new Player(Runs.annealed(), new ScriptedServices()).play();

    // Then
    assertThat(purposes(player)).doesNotContain(Purpose.VALIDATION).contains(Purpose.ACCEPTANCE);
    assertThat(player.view().prompts())
        .allSatisfy(prompt -> assertThat(prompt.validation()).isEqualTo(prompt.acceptance()));
  }

  @Test
  void shouldValidateEveryAcceptedPromptOtherwise() {
    // When
    Player player = new Player(Runs.annealedOnTrain(), new ScriptedServices()).play();

    // Then
    long validations = purposes(player).stream().filter(Purpose.VALIDATION::equals).count();
    assertThat(validations).isEqualTo(1 + player.finished().accepted());
    assertThat(player.view().prompts())
        .allSatisfy(prompt -> assertThat(prompt.validation() != null).isEqualTo(prompt.accepted()));
  }

  @Test
  void shouldAcceptEveryCandidateUnscoredWithoutAnnealing() {
    // When
    Player player = new Player(Runs.plain(), new ScriptedServices()).play();

    // Then
    assertThat(purposes(player)).doesNotContain(Purpose.ACCEPTANCE);
    assertThat(player.steps)
        .filteredOn(step -> step.candidateId() != null)
        .isNotEmpty()
        .allMatch(StepRecord::accepted)
        .allMatch(step -> step.draw() == null && step.correct() == null);
  }

  private static List<Purpose> purposes(Player player) {
    return player.published(PromptProposed.class).stream()
        .map(proposal -> proposal.evaluation().purpose())
        .toList();
  }

  private static int step(Event decision) {
    return switch (decision) {
      case PromptAccepted accepted -> accepted.step();
      case PromptRejected rejected -> rejected.step();
      default -> throw new IllegalArgumentException("no decision: " + decision);
    };
  }
}
