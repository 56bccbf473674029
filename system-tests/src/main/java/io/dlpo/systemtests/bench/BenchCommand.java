package io.dlpo.systemtests.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.systemtests.trial.TrialFolder;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dlpo bench}. */
@Command(
    name = "bench",
    description =
        "Measure calls per second and processor time per call for several numbers of workers. It"
            + " uses its own stacks and the simulator.")
public final class BenchCommand implements Callable<Integer> {

  @Option(
      names = "--workers",
      split = ",",
      paramLabel = "N",
      description =
          "Forward engines and evaluators in a stack, one stack for each number (default: 1,2).")
  private List<Integer> workers = List.of(1, 2);

  @Option(names = "--runs", description = "Number of concurrent runs (default: ${DEFAULT-VALUE}).")
  private int runs = 4;

  @Option(names = "--steps", description = "Steps of each run (default: ${DEFAULT-VALUE}).")
  private int steps = 6;

  @Option(names = "--seed", description = "Seed of the runs (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--latency",
      paramLabel = "MILLIS",
      description = "Latency of the simulated model (default: ${DEFAULT-VALUE}).")
  private long latency = 200;

  @Option(names = "--json", description = "Print the result to standard output as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    BenchSettings settings = settings();
    try (TrialFolder folder = TrialFolder.of("bench", Bench.stacks(settings))) {
      BenchResult result = new Bench(settings, err::println).run(folder.path());
      BenchText.print(result, err);
      if (json) {
        spec.commandLine().getOut().println(text(result));
      }
      err.println("the logs of the stacks are under " + folder.path());
      return ExitStatus.DONE;
    }
  }

  private BenchSettings settings() {
    try {
      return new BenchSettings(
          workers.stream().distinct().toList(), runs, steps, seed, Duration.ofMillis(latency));
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitStatus.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private static String text(BenchResult result) {
    try {
      return new ObjectMapper().writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result is always JSON", e);
    }
  }
}
