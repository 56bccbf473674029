package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.RunWatcher;
import io.dlpo.cli.terminal.Console;
import java.time.Duration;

/** Shows a run while it runs: its steps and, on a terminal, a progress bar with the time left. */
public final class RunProgress implements RunWatcher.Listener {

  private final Console console;
  private final long start = System.nanoTime();
  private int done;

  public RunProgress(Console console) {
    this.console = console;
  }

  @Override
  public void step(JsonNode step, JsonNode run) {
    console.clearLine();
    done = step.path("step").asInt();
    StepText.print(step, run, console);
  }

  @Override
  public void waiting(String reason) {
    console.clearLine();
    console.println(Formats.line(reason));
  }

  /** Shows only what a stalled run waits for. */
  public RunWatcher.Listener quiet() {
    return new RunWatcher.Listener() {
      @Override
      public void step(JsonNode step, JsonNode run) {}

      @Override
      public void progress(JsonNode run) {}

      @Override
      public void waiting(String reason) {
        RunProgress.this.waiting(reason);
      }
    };
  }

  @Override
  public void progress(JsonNode run) {
    if (!console.isInteractive()) {
      return;
    }
    int steps = Math.max(1, run.path("steps").asInt());
    console.overwrite(
        "%s %d/%d%s  %d paid calls  %s"
            .formatted(
                ProgressBar.of(done, steps, console.width()),
                done,
                steps,
                timeLeft(steps),
                run.at("/calls/paid").asInt(),
                Formats.line(run.path("phase").asText())));
  }

  private String timeLeft(int steps) {
    if (done == 0) {
      return "";
    }
    long spent = Duration.ofNanos(System.nanoTime() - start).toMillis();
    return "  about " + Formats.duration(spent * (steps - done) / done) + " left";
  }

  /** Removes the progress bar. */
  public void clear() {
    console.clearLine();
  }
}
