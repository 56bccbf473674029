package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.RunJson;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.Style;
import java.util.Locale;

/** The result of a run, or its state while it runs. */
public final class RunSummary {

  private static final String INDENT = " ".repeat(10);

  private final Console console;

  private RunSummary(Console console) {
    this.console = console;
  }

  /** Prints the result, what it cost, the best prompt, and why the run paused or ended early. */
  public static void print(JsonNode run, Console console) {
    new RunSummary(console).print(run, true);
  }

  /** Prints the same without the reason of a failure, for commands that end with it. */
  public static void printResult(JsonNode run, Console console) {
    new RunSummary(console).print(run, false);
  }

  /** Prints a line for each step. */
  public static void steps(JsonNode steps, JsonNode run, Console console) {
    steps.forEach(step -> StepText.print(step, run, console));
  }

  private void print(JsonNode run, boolean withFailure) {
    console.println();
    if (RunJson.isSimulated(run)) {
      SimulatedNote.print(console);
    }
    String status = run.path("status").asText();
    field("run", run.path("runId").asText() + "  " + StatusStyle.of(status, console));
    if (run.path("forkedFrom").isObject()) {
      JsonNode parent = run.path("forkedFrom");
      field(
          "fork",
          "of run %s after step %d"
              .formatted(parent.path("runId").asText(), parent.path("step").asInt()));
    }
    if ((withFailure || status.equals("FINISHED")) && run.path("reason").isTextual()) {
      reason(run, status);
    }
    if (status.equals("RUNNING") && run.path("waitingFor").isTextual()) {
      field("waiting", "for " + Formats.line(run.path("waitingFor").asText()));
    }
    field(
        "steps",
        "%d accepted, %d rejected"
            .formatted(run.path("accepted").asInt(), run.path("rejected").asInt()));
    field(
        "test",
        "baseline %s → best %s"
            .formatted(Formats.score(run.path("baseline")), Formats.score(run.path("best"))));
    comparison(run.path("comparison"));
    cost(run);
    run.path("arms").forEach(this::arm);
    FailedRowsText.first(run, console);
    run.path("warnings").forEach(this::warning);
    console.println(console.styled(Style.BOLD, "best prompt:"));
    console.printlnUnbroken(Formats.text(run.path("bestPrompt").asText()));
  }

  private void field(String name, String value) {
    console.println("%-10s".formatted(name), value);
  }

  private void reason(JsonNode run, String status) {
    field("reason", Formats.text(run.path("reason").asText()));
    if (status.equals("PAUSED")) {
      console.println(
          INDENT,
          "Nothing is lost. Fix the cause, then continue with: ./dlpo resume "
              + run.path("runId").asText());
    }
  }

  private void comparison(JsonNode comparison) {
    if (comparison.isObject()) {
      console.println(
          INDENT,
          console.styled(
              Style.DIM,
              String.format(
                  Locale.ROOT,
                  "difference %+.3f (95 %% interval %+.3f to %+.3f), p = %.2g (%s)",
                  comparison.path("difference").asDouble(),
                  comparison.path("lower").asDouble(),
                  comparison.path("upper").asDouble(),
                  comparison.path("p").asDouble(),
                  comparison.path("method").asText().toLowerCase(Locale.ROOT).replace('_', ' '))));
    }
  }

  private void cost(JsonNode run) {
    field(
        "calls",
        "%s; tokens %d in, %d out%s"
            .formatted(
                Formats.calls(run.path("calls")),
                run.at("/tokens/input").asLong(),
                run.at("/tokens/output").asLong(),
                estimated(run)));
    if (run.path("budget").isObject()) {
      budget(run.path("budget"));
    }
    field(
        "time",
        "%s (critical path of model calls: %s)"
            .formatted(
                Formats.seconds(run.path("wallMillis").asLong()),
                Formats.seconds(run.path("criticalPathMillis").asLong())));
  }

  /** Says for how many calls the endpoint did not count the tokens. */
  private static String estimated(JsonNode run) {
    int calls = run.at("/tokens/estimatedCalls").asInt();
    int all = run.at("/calls/paid").asInt() + run.at("/calls/ledger").asInt();
    return calls == 0 ? "" : " (estimated for %d of %d calls)".formatted(calls, all);
  }

  private void budget(JsonNode budget) {
    String money =
        budget.path("usdLimit").isNumber()
            ? String.format(
                Locale.ROOT,
                ", %.4f of %.2f USD",
                budget.path("usd").asDouble(),
                budget.path("usdLimit").asDouble())
            : "";
    field(
        "budget",
        "%d%s calls, %d%s tokens%s used"
            .formatted(
                budget.path("calls").asInt(),
                limit(budget.path("callLimit")),
                budget.path("tokens").asLong(),
                limit(budget.path("tokenLimit")),
                money));
  }

  private static String limit(JsonNode limit) {
    return limit.isNumber() ? " of " + limit.asText() : "";
  }

  private void arm(JsonNode arm) {
    field(
        "arm",
        String.format(
            Locale.ROOT,
            "%s: chosen in %d steps, %d accepted, accuracy +%.3f",
            Formats.line(arm.path("arm").asText()),
            arm.path("chosen").asInt(),
            arm.path("accepted").asInt(),
            arm.path("gained").asDouble()));
  }

  private void warning(JsonNode warning) {
    console.println(
        console.styled(Style.YELLOW, "warning") + "   ", Formats.text(warning.asText()));
  }
}
