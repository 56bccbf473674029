package io.dlpo.core.run;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.budget.Budget;
import io.dlpo.core.update.UpdateForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the table in the package's documentation to what runs do. */
class StateTableTest {

  private static final Path TABLE = Path.of("src/main/java/io/dlpo/core/run/package-info.java");
  private static final int BUDGETS = 120;
  private static final int SEEDS = 3;
  private static final UpdateForm RACED = new UpdateForm(CritiqueMode.JOINT, 2, 3);

  @Test
  void shouldLeadWhereTheTableSays() throws IOException {
    // Given
    Set<String> table = table();

    // When
    Set<String> observed = new TreeSet<>();
    shapes().forEach(shape -> play(shape, observed));

    // Then
    assertThat(observed).isEqualTo(table);
  }

  @Test
  void shouldPauseCancelAndFailInEveryActiveState() {
    List<RunContext> contexts =
        List.of(
            Runs.annealed(),
            Runs.annealedOnTrain(),
            Runs.plain(),
            Runs.racing(3, RACED, 6, 3, 2, 1),
            Runs.chained(2, Runs.racing(4, RACED, 6, 3, 2, 1)));
    for (RunContext context : contexts) {
      for (Player player : Player.everywhere(context)) {
        RunState active = player.state;
        RunState paused = next(active.paused(context, "by a test"));

        assertThat(paused).isInstanceOf(Paused.class);
        for (RunState state : List.of(active, paused)) {
          assertThat(next(state.cancelled(context))).isInstanceOf(Ended.class);
          assertThat(next(state.failed(context, "by a test"))).isInstanceOf(Ended.class);
        }
        assertThat(active.resumed(context)).isEmpty();
        assertThat(paused.paused(context, "again")).isEmpty();
        assertThat(paused.repeated(context)).isEmpty();
        Class<?> proposing =
            active instanceof GradientAwaited ? BatchScoring.class : active.getClass();
        assertThat(next(active.repeated(context))).isInstanceOf(proposing);
        assertThat(next(paused.resumed(context))).isInstanceOf(proposing);
      }
    }
  }

  @Test
  void shouldLeaveTheEndForNoEvent() {
    // Given
    RunContext context = Runs.annealed();
    RunState ended = new Player(context, new ScriptedServices()).play().state;

    // Then
    assertThat(ended).isInstanceOf(Ended.class);
    assertThat(
            Stream.of(
                ended.paused(context, "by a test"),
                ended.resumed(context),
                ended.repeated(context),
                ended.cancelled(context),
                ended.failed(context, "by a test")))
        .allMatch(Optional::isEmpty);
  }

  private static RunState next(Optional<Transition> transition) {
    return transition.orElseThrow().next();
  }

  /** The rows that name a state and an event of another service. */
  private static Set<String> table() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .map(line -> line.replaceFirst("^ \\*", "").strip())
        .map(line -> line.split("\\s*\\|\\s*", -1))
        .filter(row -> row.length == 3 && Set.of("score", "gradient").contains(row[1]))
        .flatMap(
            row ->
                Arrays.stream(row[2].split(",\\s*", -1))
                    .map(next -> String.join(" ", row[0], row[1], next)))
        .collect(toCollection(TreeSet::new));
  }

  /**
   * What tells runs apart.
   *
   * @param optimizer how candidates are made and compared
   * @param splits the examples
   */
  private record Shape(OptimizerSettings optimizer, Splits splits) {

    boolean isPossible() {
      AnnealingSettings annealing = optimizer.annealing();
      return annealing == null
          || annealing.split() == AcceptanceSplit.TRAIN
          || !splits.validation().isEmpty();
    }

    RunContext context(long seed) {
      return Runs.context("run-1", "Answer the question.", optimizer, seed, splits);
    }

    RunContext within(int calls, long seed) {
      return Runs.within(new Budget(calls, null, false), context(seed));
    }
  }

  /** Every kind of annealing, and races, with splits that are missing. */
  private static Stream<Shape> shapes() {
    Stream<OptimizerSettings> annealed =
        Stream.<@Nullable AnnealingSettings>of(
                null,
                AnnealingSettings.DEFAULT,
                Runs.ON_TRAIN,
                Runs.annealing(AcceptanceSplit.TRAIN, true, 3),
                Runs.annealing(AcceptanceSplit.VALIDATION, false, 3))
            .map(annealing -> Runs.optimizer(3, annealing));
    Stream<OptimizerSettings> raced =
        Stream.of(0, 2)
            .map(finalists -> Runs.racing(3, RACED, 6, 3, finalists, 1).settings().optimizer());
    Stream<OptimizerSettings> chained =
        Stream.of(Runs.chained(2, Runs.racing(9, RACED, 6, 3, 2, 1)).settings().optimizer());
    return Stream.of(annealed, raced, chained)
        .flatMap(kind -> kind)
        .flatMap(
            optimizer ->
                Stream.of(Runs.splits(), withoutTest(), withoutValidation())
                    .map(splits -> new Shape(optimizer, splits)))
        .filter(Shape::isPossible);
  }

  /** Plays runs whose calls fail, and runs that a budget ends somewhere. */
  private static void play(Shape shape, Set<String> observed) {
    for (int seed = 0; seed < SEEDS; seed++) {
      RunContext context = shape.context(seed);
      Fault.all().forEach(fault -> play(context, fault, observed));
    }
    ScriptedServices perfect = ScriptedServices.of((prompt, example) -> true, request -> "");
    play(shape.context(0), perfect, Fault.none(false), observed);
    ScriptedServices idle = ScriptedServices.of((prompt, example) -> false, request -> "{}");
    play(shape.context(0), idle, Fault.none(false), observed);
    for (int calls = 1; calls <= BUDGETS; calls++) {
      RunContext context = shape.within(2 * calls, calls % SEEDS);
      play(context, Fault.none(calls % 2 == 0), observed);
      play(context, idle, Fault.none(calls % 2 == 0), observed);
    }
  }

  private static Splits withoutTest() {
    return new Splits(Runs.splits().train(), Runs.splits().validation(), List.<Example>of());
  }

  private static Splits withoutValidation() {
    return new Splits(Runs.splits().train(), List.<Example>of(), Runs.splits().test());
  }

  /**
   * What goes wrong in a run.
   *
   * @param at the delivery before which it goes wrong; negative if nothing does
   * @param kind 0 a score, 1 a gradient, 2 an update
   * @param gradientFirst whether gradients overtake scores
   */
  private record Fault(int at, int kind, boolean gradientFirst) {

    static Fault none(boolean gradientFirst) {
      return new Fault(-1, 0, gradientFirst);
    }

    static Stream<Fault> all() {
      Stream<Fault> none = Stream.of(none(false), none(true));
      return Stream.concat(
          none,
          IntStream.range(0, 12)
              .boxed()
              .flatMap(
                  at ->
                      IntStream.range(0, 3)
                          .boxed()
                          .flatMap(
                              kind ->
                                  Stream.of(
                                      new Fault(at, kind, false), new Fault(at, kind, true)))));
    }

    void strike(Player player, int delivery) {
      if (delivery == at) {
        player.failNextScore = kind == 0;
        player.failNextGradient = kind == 1;
        player.failNextUpdate = kind == 2;
      }
    }
  }

  private static void play(RunContext context, Fault fault, Set<String> observed) {
    play(context, new ScriptedServices(), fault, observed);
  }

  private static void play(
      RunContext context, ScriptedServices services, Fault fault, Set<String> observed) {
    Player player = new Player(context, services);
    player.storage = state -> state;
    player.order = events -> fault.gradientFirst() ? lastGradient(events) : 0;
    for (int delivery = 0; !player.inFlight.isEmpty(); delivery++) {
      fault.strike(player, delivery);
      RunState before = player.state;
      Event event = player.inFlight.get(player.order.applyAsInt(player.inFlight));
      boolean awaited = isAwaited(before, context, event);
      player.step();
      if (awaited) {
        observed.add(
            String.join(
                " ",
                before.getClass().getSimpleName(),
                event instanceof BatchScored ? "score" : "gradient",
                player.state.getClass().getSimpleName()));
      }
      if (player.state instanceof Paused) {
        return;
      }
    }
  }

  private static int lastGradient(List<Event> events) {
    return IntStream.range(0, events.size())
        .filter(i -> events.get(i) instanceof GradientProduced)
        .reduce((first, second) -> second)
        .orElse(0);
  }

  private static boolean isAwaited(RunState state, RunContext context, Event event) {
    EvaluationId id =
        event instanceof BatchScored scored
            ? scored.evaluation().id()
            : ((GradientProduced) event).evaluation().id();
    boolean late = state instanceof GradientAwaited && event instanceof BatchScored;
    return !late && state.abandonedBy(context, RunCommand.PAUSE).contains(id);
  }
}
