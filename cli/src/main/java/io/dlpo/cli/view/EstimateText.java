package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.run.RunJson;
import java.io.PrintWriter;
import java.util.Locale;

/** An estimate on the terminal. */
public final class EstimateText {

  private static final String LINE = "%-15s %-16s %8s %15s %12s %12s  %s%n";

  private EstimateText() {}

  /** Prints a line for each stage, the total, the assumptions and the notes. */
  public static void print(JsonNode estimate, PrintWriter out) {
    if (RunJson.isSimulated(estimate)) {
      out.println("SIMULATED: these are the simulator's models, nobody pays for them");
    }
    out.printf(LINE, "FOR", "MODEL", "CALLS", "10–90 %", "TOKENS IN", "TOKENS OUT", "USD");
    for (JsonNode stage : estimate.path("stages")) {
      line(
          stage.path("stage").asText().toLowerCase(Locale.ROOT),
          Formats.line(stage.path("model").asText()),
          stage.path("spent"),
          out);
    }
    line("in all", "", estimate.path("total"), out);
    money(estimate.at("/total/usd"), out);
    out.println();
    out.printf("assumed, over %d rehearsals:%n", estimate.path("rehearsals").asInt());
    for (JsonNode assumption : estimate.path("assumptions")) {
      out.printf(
          "  %-24s %-8s %s (%s)%n",
          assumption.path("key").asText(),
          number(assumption.path("value").asDouble()),
          assumption.path("meaning").asText(),
          assumption.path("source").asText());
    }
    out.println("  change one by: --assume KEY=VALUE");
    estimate
        .path("notes")
        .forEach(note -> out.println("note: " + Formats.printable(note.asText())));
    out.flush();
  }

  private static void line(String name, String model, JsonNode spent, PrintWriter out) {
    JsonNode usd = spent.path("usd");
    out.printf(
        LINE,
        name,
        model,
        spent.at("/calls/expected").asText(),
        spent.at("/calls/low").asText() + "–" + spent.at("/calls/high").asText(),
        spent.at("/inputTokens/expected").asText(),
        spent.at("/outputTokens/expected").asText(),
        usd.isObject() ? amount(usd.path("expected")) : "unknown");
  }

  private static void money(JsonNode usd, PrintWriter out) {
    if (usd.isObject()) {
      out.printf(
          "in eight of ten runs between %s and %s USD%n",
          amount(usd.path("low")), amount(usd.path("high")));
    }
  }

  private static String amount(JsonNode usd) {
    return usd.decimalValue().toPlainString();
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
