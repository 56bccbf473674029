package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.RunJson;
import io.dlpo.cli.run.RunWatcher;
import java.io.PrintWriter;
import java.util.Locale;

/** A run on the terminal: a line for each step and, on a terminal, a bar with the time left. */
public final class RunProgress implements RunWatcher.Listener {

  private static final int WIDTH = 24;
  private static final String CLEAR = ControlCharacterEscaper.CLEAR_LINE;

  private final PrintWriter out;
  private final boolean terminal;
  private final long start = System.nanoTime();
  private int done;

  /**
   * @param terminal whether a line may be written over
   */
  public RunProgress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void step(JsonNode step, JsonNode run) {
    clear();
    done = step.path("step").asInt();
    out.printf(
        Locale.ROOT,
        "step %d/%d  accuracy %s → %s of %s  %s: %s  calls %d paid, %d ledger%n",
        done,
        run.path("steps").asInt(),
        Formats.count(step.path("previousCorrect")),
        Formats.count(step.path("correct")),
        Formats.count(step.path("total")),
        step.path("decision").asText().toLowerCase(Locale.ROOT),
        Formats.line(step.path("reason").asText()),
        step.at("/calls/paid").asInt(),
        step.at("/calls/ledger").asInt());
    out.flush();
  }

  @Override
  public void waiting(String reason) {
    clear();
    out.println("waits for " + Formats.line(reason));
    out.flush();
  }

  /** Shows nothing but what a run waits for that stands still. */
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
    if (!terminal) {
      return;
    }
    int steps = Math.max(1, run.path("steps").asInt());
    int full = Math.min(WIDTH, WIDTH * done / steps);
    out.print(
        CLEAR
            + "▕"
            + "█".repeat(full)
            + " ".repeat(WIDTH - full)
            + "▏ "
            + done
            + "/"
            + steps
            + "  "
            + Formats.line(run.path("phase").asText())
            + "  calls "
            + run.at("/calls/paid").asInt()
            + timeLeft(steps));
    out.flush();
  }

  private String timeLeft(int steps) {
    if (done == 0) {
      return "";
    }
    long spent = (System.nanoTime() - start) / 1_000_000;
    return "  about " + Formats.seconds(spent * (steps - done) / done) + " left";
  }

  /** Takes the bar away. */
  public void clear() {
    if (terminal) {
      out.print(CLEAR);
      out.flush();
    }
  }

  /** Prints what came of a run. */
  public static void summary(JsonNode run, PrintWriter out) {
    out.println();
    if (RunJson.isSimulated(run)) {
      out.println("SIMULATED: these are the simulator's answers, no model was asked");
    }
    out.printf("run       %s  %s%n", run.path("runId").asText(), run.path("status").asText());
    if (run.path("forkedFrom").isObject()) {
      out.printf(
          "fork      of run %s after step %d%n",
          run.at("/forkedFrom/runId").asText(), run.at("/forkedFrom/step").asInt());
    }
    if (run.path("status").asText().equals("RUNNING") && run.path("waitingFor").isTextual()) {
      out.println("waits for " + Formats.printable(run.path("waitingFor").asText()));
    }
    out.printf(
        "steps     %d accepted, %d rejected%n",
        run.path("accepted").asInt(), run.path("rejected").asInt());
    out.printf(
        "test      baseline %s → best %s%n",
        Formats.score(run.path("baseline")), Formats.score(run.path("best")));
    comparison(run.path("comparison"), out);
    out.printf(
        "calls     %d paid, %d from the ledger; tokens %d in, %d out%n",
        run.at("/calls/paid").asInt(),
        run.at("/calls/ledger").asInt(),
        run.at("/tokens/input").asLong(),
        run.at("/tokens/output").asLong());
    budget(run.path("budget"), out);
    out.printf(
        "time      %s, of which the models' slowest chain %s%n",
        Formats.seconds(run.path("wallMillis").asLong()),
        Formats.seconds(run.path("criticalPathMillis").asLong()));
    run.path("arms").forEach(arm -> arm(arm, out));
    run.path("warnings")
        .forEach(warning -> out.println("warning   " + Formats.printable(warning.asText())));
    out.println("best prompt:");
    out.println(Formats.printable(run.path("bestPrompt").asText()));
    out.flush();
  }

  private static void comparison(JsonNode comparison, PrintWriter out) {
    if (comparison.isObject()) {
      out.printf(
          Locale.ROOT,
          "          difference %+.3f (95 %% interval %+.3f to %+.3f), p = %.2g (%s)%n",
          comparison.path("difference").asDouble(),
          comparison.path("lower").asDouble(),
          comparison.path("upper").asDouble(),
          comparison.path("p").asDouble(),
          comparison.path("method").asText().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
  }

  private static void budget(JsonNode budget, PrintWriter out) {
    if (budget.isObject()) {
      out.printf(
          "budget    %d%s calls, %d%s tokens count against it%n",
          budget.path("calls").asInt(),
          of(budget.path("callLimit")),
          budget.path("tokens").asLong(),
          of(budget.path("tokenLimit")));
      if (budget.path("usdLimit").isNumber()) {
        out.printf(
            Locale.ROOT,
            "          %.4f of %.2f USD%n",
            budget.path("usd").asDouble(),
            budget.path("usdLimit").asDouble());
      }
    }
  }

  private static String of(JsonNode limit) {
    return limit.isNumber() ? " of " + limit.asText() : "";
  }

  private static void arm(JsonNode arm, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "arm       %s: chosen in %d steps, %d accepted, accuracy +%.3f%n",
        Formats.line(arm.path("arm").asText()),
        arm.path("chosen").asInt(),
        arm.path("accepted").asInt(),
        arm.path("gained").asDouble());
  }
}
