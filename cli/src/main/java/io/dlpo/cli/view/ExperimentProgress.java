package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.ExperimentWatcher;
import io.dlpo.cli.run.RunJson;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.Style;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows an experiment while it runs: each run that ends and, on a terminal, a progress bar with the
 * time left.
 */
public final class ExperimentProgress implements ExperimentWatcher.Listener {

  private final Console console;
  private final LongSupplier clock;
  private final long start;
  private int stepsAtStart = -1;

  public ExperimentProgress(Console console) {
    this(console, () -> Duration.ofNanos(System.nanoTime()).toMillis());
  }

  /**
   * @param clock in milliseconds
   */
  ExperimentProgress(Console console, LongSupplier clock) {
    this.console = console;
    this.clock = clock;
    this.start = clock.getAsLong();
  }

  @Override
  public void ended(int number, JsonNode cell, JsonNode run, JsonNode experiment) {
    console.clearLine();
    String status = cell.path("status").asText();
    console.println(
        "run %d/%d  ".formatted(number, experiment.path("runs").asInt()),
        "%s  %s  test %s → %s  %s%s%s"
            .formatted(
                cell.path("cellId").asText(),
                console.styled(
                    status.equals("FINISHED") ? Style.GREEN : Style.RED,
                    status.toLowerCase(Locale.ROOT)),
                Formats.score(run.path("baseline")),
                Formats.score(run.path("best")),
                console.styled(Style.DIM, "calls " + Formats.calls(run.path("calls"))),
                RunJson.isSimulated(run) ? "  simulated" : "",
                timeLeft(experiment)));
  }

  @Override
  public void progress(JsonNode experiment) {
    int step = experiment.path("step").asInt();
    if (stepsAtStart < 0) {
      stepsAtStart = step;
    }
    if (!console.isInteractive()) {
      return;
    }
    int steps = Math.max(1, experiment.path("steps").asInt());
    console.overwrite(
        "%s runs %d/%d  steps %d/%d%s"
            .formatted(
                ProgressBar.of(step, steps, console.width()),
                experiment.path("ended").asInt(),
                Math.max(1, experiment.path("runs").asInt()),
                step,
                steps,
                timeLeft(experiment)));
  }

  @Override
  public void waiting(String reason) {
    console.clearLine();
    console.println(Formats.line(reason));
  }

  /** By the steps that were finished since this command started. */
  private String timeLeft(JsonNode experiment) {
    if (stepsAtStart < 0) {
      return "";
    }
    int finished = experiment.path("step").asInt() - stepsAtStart;
    int left = experiment.path("steps").asInt() - experiment.path("step").asInt();
    if (finished <= 0 || left <= 0) {
      return "";
    }
    long spent = clock.getAsLong() - start;
    return "  about " + Formats.duration(spent * left / finished) + " left";
  }

  /** Removes the progress bar. */
  public void clear() {
    console.clearLine();
  }
}
