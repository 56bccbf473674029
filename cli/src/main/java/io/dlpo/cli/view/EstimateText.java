package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.RunJson;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.Style;
import io.dlpo.cli.terminal.TextTable;
import java.util.Locale;

/** An estimate: what a run would cost, and what that rests on. */
public final class EstimateText {

  private final Console console;

  private EstimateText(Console console) {
    this.console = console;
  }

  /** Prints a row for each stage and the total, then the assumptions and the notes. */
  public static void print(JsonNode estimate, Console console) {
    new EstimateText(console).print(estimate);
  }

  private void print(JsonNode estimate) {
    if (RunJson.isSimulated(estimate)) {
      console.println(
          console.styled(Style.YELLOW, "SIMULATED") + ": the models are the simulator's and free");
    }
    stages(estimate);
    JsonNode usd = estimate.at("/total/usd");
    if (usd.path("high").asDouble() > 0) {
      console.println(
          "8 of 10 runs cost between %s and %s USD"
              .formatted(Formats.usd(usd.path("low")), Formats.usd(usd.path("high"))));
    }
    console.println();
    console.println(
        console.styled(
            Style.BOLD,
            "assumptions of %d simulated runs:".formatted(estimate.path("rehearsals").asInt())));
    estimate.path("assumptions").forEach(this::assumption);
    console.println("  To change one: --assume KEY=VALUE");
    estimate.path("notes").forEach(note -> console.println("note: ", Formats.text(note.asText())));
  }

  private void stages(JsonNode estimate) {
    TextTable table =
        new TextTable()
            .text("STAGE")
            .cutText("MODEL")
            .number("CALLS")
            .number("10–90 %")
            .number("TOKENS IN")
            .number("TOKENS OUT")
            .number("USD");
    for (JsonNode stage : estimate.path("stages")) {
      row(
          table,
          stage.path("stage").asText().toLowerCase(Locale.ROOT),
          Formats.line(stage.path("model").asText()),
          stage.path("spent"));
    }
    row(table, "total", "", estimate.path("total"));
    table.print(console);
  }

  private static void row(TextTable table, String stage, String model, JsonNode spent) {
    JsonNode usd = spent.path("usd");
    table.row(
        stage,
        model,
        Formats.number(spent.at("/calls/expected")),
        Formats.number(spent.at("/calls/low")) + "–" + Formats.number(spent.at("/calls/high")),
        Formats.number(spent.at("/inputTokens/expected")),
        Formats.number(spent.at("/outputTokens/expected")),
        usd.isObject() ? Formats.usd(usd.path("expected")) : "unknown");
  }

  private void assumption(JsonNode assumption) {
    console.println(
        "  %-24s %-8s "
            .formatted(assumption.path("key").asText(), Formats.number(assumption.path("value"))),
        assumption.path("meaning").asText()
            + console.styled(Style.DIM, " (" + assumption.path("source").asText() + ")"));
  }
}
