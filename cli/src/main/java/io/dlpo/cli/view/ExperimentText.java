package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;

/** An experiment's report in words. */
public final class ExperimentText {

  private ExperimentText() {}

  /** Prints results and differences, dataset by dataset. */
  public static void print(JsonNode report, PrintWriter out) {
    out.println();
    if (report.path("simulated").asBoolean()) {
      out.println("SIMULATED: these are the simulator's answers, no model was asked");
    }
    out.printf(
        "experiment %s  %s  %d of %d runs have a result%n",
        report.path("experimentId").asText(),
        report.path("status").asText(),
        report.path("finished").asInt(),
        report.path("runs").asInt());
    if (report.path("overall").isObject()) {
      group(report.path("overall"), out);
    }
    report.path("groups").forEach(group -> group(group, out));
    out.flush();
  }

  private static void group(JsonNode group, PrintWriter out) {
    out.println();
    out.println(
        group.path("transfer").isTextual()
            ? Formats.line(group.path("dataset").asText())
                + ", scored on "
                + Formats.line(group.path("transfer").asText())
                + ":"
            : Formats.line(group.path("dataset").asText()) + ":");
    group.path("variants").forEach(variant -> variant(variant, out));
    group.path("comparisons").forEach(comparison -> comparison(comparison, out));
  }

  private static void variant(JsonNode variant, PrintWriter out) {
    JsonNode accuracy = variant.at("/measures/ACCURACY");
    out.printf(
        "  %-20s  %2d runs  accuracy %7s  (95 %%: %s)  deviation %s  baseline %s%n",
        Formats.line(variant.path("variant").asText()),
        variant.path("accuracies").size(),
        Formats.percent(accuracy.path("mean")),
        interval(accuracy.path("interval")),
        Formats.percent(accuracy.path("deviation")),
        Formats.percent(variant.at("/measures/BASELINE/mean")));
    if (variant.at("/measures/CALLS").isObject()) {
      cost(variant.path("measures"), out);
    }
  }

  private static void cost(JsonNode measures, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "  %-20s           calls %.0f a run, %.0f paid; prompt %.0f characters, %.0f sentences%n",
        "",
        measures.at("/CALLS/mean").asDouble(),
        measures.at("/PAID_CALLS/mean").asDouble(),
        measures.at("/LENGTH/mean").asDouble(),
        measures.at("/SENTENCES/mean").asDouble());
  }

  private static void comparison(JsonNode comparison, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "  %s → %s: %+.1f points (95 %%: %s), p %s, corrected %s; spreads: p %s, corrected %s%n",
        Formats.line(comparison.path("first").asText()),
        Formats.line(comparison.path("second").asText()),
        100 * comparison.at("/mean/difference").asDouble(),
        interval(comparison.at("/mean/interval")),
        Formats.probability(comparison.at("/mean/test/p")),
        Formats.probability(comparison.path("adjustedP")),
        Formats.probability(comparison.at("/spread/p")),
        Formats.probability(comparison.path("adjustedSpreadP")));
  }

  private static String interval(JsonNode interval) {
    return interval.isObject()
        ? String.format(
            Locale.ROOT,
            "%.1f to %.1f",
            100 * interval.path("lower").asDouble(),
            100 * interval.path("upper").asDouble())
        : "–";
  }
}
