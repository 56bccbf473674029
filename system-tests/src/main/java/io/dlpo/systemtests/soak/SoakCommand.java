package io.dlpo.systemtests.soak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.systemtests.trial.TrialFolder;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dlpo soak}. */
@Command(
    name = "soak",
    description =
        "Kill services, broker and database at random moments during runs, and compare the"
            + " runs with undisturbed ones. It uses its own stacks and data, and the simulator.")
public final class SoakCommand implements Callable<Integer> {

  @Option(names = "--runs", description = "Number of concurrent runs (default: ${DEFAULT-VALUE}).")
  private int runs = 4;

  @Option(names = "--kills", description = "Total number of kills (default: ${DEFAULT-VALUE}).")
  private int kills = 100;

  @Option(
      names = "--victims",
      split = ",",
      paramLabel = "NAME",
      description =
          "Processes to kill: forward-engine, evaluator, backward-engine, optimizer, kafka,"
              + " postgres (default: all).")
  private List<String> victims = Arrays.stream(Victim.values()).map(Victim::label).toList();

  @Option(
      names = "--seed",
      description = "Seed of the runs and the kills (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--latency",
      paramLabel = "MILLIS",
      description = "Latency of the simulated model (default: ${DEFAULT-VALUE}).")
  private long latency = 300;

  @Option(names = "--json", description = "Print the result to standard output as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    SoakSettings settings = settings();
    long start = System.nanoTime();
    try (TrialFolder folder = TrialFolder.of("soak", Soak.STACKS)) {
      SoakResult result =
          new Soak(settings, what -> err.printf("%4d s  %s%n", seconds(start), what))
              .run(folder.path());
      SoakText.print(result, err);
      if (json) {
        spec.commandLine().getOut().println(text(result));
      }
      err.println("the logs of both stacks are under " + folder.path());
      return result.holds() ? ExitStatus.DONE : ExitStatus.FAILED;
    }
  }

  private SoakSettings settings() {
    try {
      return new SoakSettings(
          runs,
          kills,
          victims.stream().map(Victim::of).distinct().toList(),
          seed,
          Duration.ofMillis(latency));
    } catch (IllegalArgumentException e) {
      throw new CliException(ExitStatus.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private static long seconds(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toSeconds();
  }

  private static String text(SoakResult result) {
    try {
      return new ObjectMapper().writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result is always JSON", e);
    }
  }
}
