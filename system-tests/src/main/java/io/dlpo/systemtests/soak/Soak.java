package io.dlpo.systemtests.soak;

import io.dlpo.cli.stack.Installation;
import io.dlpo.cli.stack.Scale;
import io.dlpo.systemtests.trial.Round;
import io.dlpo.systemtests.trial.SimulatedStack;
import io.dlpo.systemtests.trial.TrialRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Executes runs while killing every part, then their reference runs on a second stack. */
public final class Soak {

  /** The names of the stacks; each has a folder with its name. */
  public static final List<String> STACKS = List.of("disturbed", "twins");

  private static final String DATA = "examples/object-counting.jsonl";
  private static final Duration END = Duration.ofMinutes(6);

  private final SoakSettings settings;
  private final Consumer<String> progress;
  private final Path data = Installation.ofEnvironment().file(DATA);

  /**
   * @param progress receives progress messages
   */
  public Soak(SoakSettings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Runs the test. Takes about ten seconds per kill on two cores.
   *
   * @param folder the folder for the stacks; they are down when this method returns or throws
   */
  public SoakResult run(Path folder) {
    Disturbed disturbed = disturb(made(folder.resolve(STACKS.getFirst())));
    progress.accept("now the reference runs, undisturbed");
    // Decisions do not depend on time, so the reference runs need no latency.
    try (SimulatedStack stack =
        SimulatedStack.up(made(folder.resolve(STACKS.getLast())), Scale.ones(), Duration.ZERO)) {
      List<TrialRun> twins = new ArrayList<>();
      for (int number = 0; number < disturbed.rounds(); number++) {
        Round round = begin(stack, number);
        round.awaitEnd(END);
        twins.addAll(round.outcomes());
      }
      return disturbed.beside(twins, requests(stack));
    }
  }

  private Disturbed disturb(Path folder) {
    try (SimulatedStack stack = SimulatedStack.up(folder, Scale.ones(), settings.latency())) {
      Killer killer =
          new Killer(
              stack, KillPlan.of(settings.kills(), settings.victims(), settings.seed()), progress);
      List<Round> rounds = new ArrayList<>();
      do {
        progress.accept("starting %d runs".formatted(settings.runs()));
        rounds.add(begin(stack, rounds.size()));
        while (!killer.isDone() && !rounds.getLast().hasEnded()) {
          killer.killNext();
        }
      } while (!killer.isDone());
      rounds.getLast().awaitEnd(END);
      List<TrialRun> ends = rounds.stream().flatMap(round -> round.outcomes().stream()).toList();
      ScoredEvaluations scored = ScoredEvaluations.read(stack.kafka());
      return new Disturbed(rounds.size(), ends, killer, requests(stack), scored);
    }
  }

  private record Disturbed(
      int rounds, List<TrialRun> ends, Killer killer, long calls, ScoredEvaluations scored) {

    SoakResult beside(List<TrialRun> twins, long twinCalls) {
      return new SoakResult(
          ends,
          twins,
          killer.kills(),
          killer.underWay(),
          calls,
          twinCalls,
          scored.count(),
          scored.twice());
    }
  }

  private Round begin(SimulatedStack stack, int number) {
    return Round.begin(
        stack, data, dataset -> SoakSpecs.of(settings.runs(), settings.seed(), number, dataset));
  }

  private static long requests(SimulatedStack stack) {
    return stack.calls().path("requests").asLong();
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    }
  }
}
