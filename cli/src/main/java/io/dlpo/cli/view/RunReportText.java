package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A run's report in words. */
public final class RunReportText {

  private RunReportText() {}

  /** Prints the result first, then what it rests on. */
  public static void print(JsonNode report, PrintWriter out) {
    JsonNode run = report.path("run");
    RunProgress.summary(run, out);
    title("prompt before", out);
    out.println(Formats.printable(run.path("initialPrompt").asText()));
    title("edits from one to the other", out);
    edits(report.path("path"), out);
    title("test split, with 95 % intervals", out);
    score("baseline", run.path("baseline"), out);
    score("best", run.path("best"), out);
    title("asked", out);
    asked(report, out);
    title("steps", out);
    RunProgress steps = new RunProgress(out, false);
    report.path("steps").forEach(step -> steps.step(step, run));
    title("model calls", out);
    run.at("/calls/byPurpose").properties().stream()
        .filter(
            one -> one.getValue().path("paid").asInt() + one.getValue().path("ledger").asInt() > 0)
        .forEach(one -> calls(one.getKey(), one.getValue(), out));
    out.println("  money     " + money(report));
    out.flush();
  }

  private static void title(String title, PrintWriter out) {
    out.println();
    out.println(title + ":");
  }

  private static void asked(JsonNode report, PrintWriter out) {
    JsonNode spec = report.path("spec");
    out.println("  name      " + Formats.line(report.at("/run/name").asText()));
    out.printf(
        "  models    %s (forward), %s (backward)%n",
        Formats.line(report.at("/run/models/forward").asText()),
        Formats.line(report.at("/run/models/backward").asText()));
    for (String part : List.of("dataset", "metric", "optimizer", "budget", "seed")) {
      if (spec.hasNonNull(part)) {
        out.printf("  %-9s %s%n", part, Formats.line(spec.path(part).toString()));
      }
    }
  }

  private static void score(String prompt, JsonNode score, PrintWriter out) {
    out.printf(
        "  %-9s %s%s%n",
        prompt,
        Formats.score(score),
        score.isObject()
            ? String.format(
                Locale.ROOT,
                ", %.1f to %.1f %%",
                100 * score.path("lower").asDouble(),
                100 * score.path("upper").asDouble())
            : "");
  }

  private static void edits(JsonNode path, PrintWriter out) {
    if (path.size() < 2) {
      out.println("  none: no other prompt was better");
    }
    path.valueStream()
        .skip(1)
        .forEach(
            version ->
                version
                    .path("edits")
                    .forEach(
                        edit ->
                            out.printf(
                                "  step %-3d %s%n", version.path("step").asInt(), edit(edit))));
  }

  private static String edit(JsonNode edit) {
    String before = Formats.line(edit.path("before").asText());
    String text = Formats.line(edit.path("text").asText());
    int sentence = edit.path("sentence").asInt();
    int after = edit.path("after").asInt();
    return switch (edit.path("op").asText()) {
      case "ADD" -> "after sentence %d: + %s".formatted(after, text);
      case "MODIFY" -> "sentence %d: %s → %s".formatted(sentence, before, text);
      case "DELETE" -> "sentence %d: - %s".formatted(sentence, before);
      case "MOVE" -> "sentence %d moved after %d: %s".formatted(sentence, after, before);
      default -> Formats.line(edit.toString());
    };
  }

  private static void calls(String purpose, JsonNode count, PrintWriter out) {
    out.printf(
        "  %-15s %6d paid, %6d from the ledger%n",
        Formats.line(purpose.toLowerCase(Locale.ROOT)),
        count.path("paid").asInt(),
        count.path("ledger").asInt());
  }

  private static String money(JsonNode report) {
    if (report.path("simulated").asBoolean()) {
      return "none, the simulator costs nothing";
    }
    return report.path("usd").isNumber()
        ? String.format(
            Locale.ROOT,
            "%.4f USD for the paid calls, by the prices known now",
            report.path("usd").asDouble())
        : "not known, for a model of the run has no price (DLPO_PRICES)";
  }
}
