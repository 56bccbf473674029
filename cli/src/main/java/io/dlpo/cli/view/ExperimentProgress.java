package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.ExperimentWatcher;
import io.dlpo.cli.run.RunJson;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * An experiment on the terminal: a line for each run that ends and, on a terminal, a bar with the
 * time left.
 */
public final class ExperimentProgress implements ExperimentWatcher.Listener {

  private static final int WIDTH = 24;
  private static final String CLEAR = "\r\u001b[K";
  private static final long NANOS = 1_000_000;

  private final PrintWriter out;
  private final boolean terminal;
  private final LongSupplier clock;
  private final long start;
  private int stepsAtStart = -1;

  /**
   * @param terminal whether a line may be written over
   */
  public ExperimentProgress(PrintWriter out, boolean terminal) {
    this(out, terminal, () -> System.nanoTime() / NANOS);
  }

  /**
   * @param clock in milliseconds
   */
  ExperimentProgress(PrintWriter out, boolean terminal, LongSupplier clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  @Override
  public void ended(int number, JsonNode cell, JsonNode run, JsonNode experiment) {
    clear();
    out.printf(
        Locale.ROOT,
        "run %d/%d  %s  %s  test %s → %s  calls %d paid, %d ledger%s%s%n",
        number,
        experiment.path("runs").asInt(),
        cell.path("cellId").asText(),
        cell.path("status").asText().toLowerCase(Locale.ROOT),
        Formats.score(run.path("baseline")),
        Formats.score(run.path("best")),
        run.at("/calls/paid").asInt(),
        run.at("/calls/ledger").asInt(),
        RunJson.isSimulated(run) ? "  simulated" : "",
        timeLeft(experiment));
    out.flush();
  }

  @Override
  public void progress(JsonNode experiment) {
    if (stepsAtStart < 0) {
      stepsAtStart = experiment.path("step").asInt();
    }
    if (!terminal) {
      return;
    }
    int runs = Math.max(1, experiment.path("runs").asInt());
    int ended = experiment.path("ended").asInt();
    int steps = Math.max(1, experiment.path("steps").asInt());
    int full = Math.min(WIDTH, WIDTH * experiment.path("step").asInt() / steps);
    out.print(
        CLEAR
            + "▕"
            + "█".repeat(full)
            + " ".repeat(WIDTH - full)
            + "▏ runs "
            + ended
            + "/"
            + runs
            + "  steps "
            + experiment.path("step").asInt()
            + "/"
            + steps
            + timeLeft(experiment));
    out.flush();
  }

  @Override
  public void waiting(String reason) {
    clear();
    out.println("waits for " + Formats.line(reason));
    out.flush();
  }

  /** By the steps that were made since this command looks on. */
  private String timeLeft(JsonNode experiment) {
    if (stepsAtStart < 0) {
      return "";
    }
    int made = experiment.path("step").asInt() - stepsAtStart;
    int left = experiment.path("steps").asInt() - experiment.path("step").asInt();
    if (made <= 0 || left <= 0) {
      return "";
    }
    long spent = clock.getAsLong() - start;
    return "  about " + Formats.duration(spent * left / made) + " left";
  }

  /** Takes the bar away. */
  public void clear() {
    if (terminal) {
      out.print(CLEAR);
      out.flush();
    }
  }
}
