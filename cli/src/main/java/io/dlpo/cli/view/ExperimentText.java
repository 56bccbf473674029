package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.Style;
import java.util.Locale;

/** The report of an experiment. */
public final class ExperimentText {

  private final Console console;

  private ExperimentText(Console console) {
    this.console = console;
  }

  /** Prints results and comparisons, dataset by dataset. */
  public static void print(JsonNode report, Console console) {
    new ExperimentText(console).print(report);
  }

  private void print(JsonNode report) {
    console.println();
    if (report.path("simulated").asBoolean()) {
      SimulatedNote.print(console);
    }
    console.println(
        "experiment %s  %s  %d of %d runs have a result"
            .formatted(
                report.path("experimentId").asText(),
                StatusStyle.of(report.path("status").asText(), console),
                report.path("finished").asInt(),
                report.path("runs").asInt()));
    if (report.path("overall").isObject()) {
      group(report.path("overall"));
    }
    report.path("groups").forEach(this::group);
  }

  private void group(JsonNode group) {
    String dataset = Formats.line(group.path("dataset").asText());
    JsonNode transfer = group.path("transfer");
    console.println();
    console.println(
        console.styled(
            Style.BOLD,
            dataset
                + (transfer.isTextual() ? ", scored on " + Formats.line(transfer.asText()) : "")
                + ":"));
    group.path("variants").forEach(this::variant);
    group.path("comparisons").forEach(this::comparison);
  }

  private void variant(JsonNode variant) {
    JsonNode accuracy = variant.at("/measures/ACCURACY");
    console.println(
        "  %-20s  ".formatted(Formats.line(variant.path("variant").asText())),
        "%2d runs  accuracy %7s  (95 %%: %s)  deviation %s  baseline %s"
            .formatted(
                variant.path("accuracies").size(),
                Formats.percent(accuracy.path("mean")),
                accuracyInterval(accuracy.path("interval")),
                Formats.percent(accuracy.path("deviation")),
                Formats.percent(variant.at("/measures/BASELINE/mean"))));
    if (variant.at("/measures/CALLS").isObject()) {
      cost(variant.path("measures"));
    }
  }

  private void cost(JsonNode measures) {
    console.println(
        " ".repeat(24),
        console.styled(
            Style.DIM,
            String.format(
                Locale.ROOT,
                "%.0f calls per run, %.0f paid; prompt of %.0f characters, %.0f sentences",
                measures.at("/CALLS/mean").asDouble(),
                measures.at("/PAID_CALLS/mean").asDouble(),
                measures.at("/LENGTH/mean").asDouble(),
                measures.at("/SENTENCES/mean").asDouble())));
  }

  private void comparison(JsonNode comparison) {
    console.println(
        "  ",
        String.format(
            Locale.ROOT,
            "%s → %s: %+.1f points (95 %%: %s), p %s, corrected %s; spread: p %s, corrected %s",
            Formats.line(comparison.path("first").asText()),
            Formats.line(comparison.path("second").asText()),
            100 * comparison.at("/mean/difference").asDouble(),
            interval(comparison.at("/mean/interval")),
            Formats.probability(comparison.at("/mean/test/p")),
            Formats.probability(comparison.path("adjustedP")),
            Formats.probability(comparison.at("/spread/p")),
            Formats.probability(comparison.path("adjustedSpreadP"))));
  }

  private static String interval(JsonNode interval) {
    return interval.isObject()
        ? interval(interval.path("lower").asDouble(), interval.path("upper").asDouble())
        : "–";
  }

  /** The interval of a few runs can reach beyond what an accuracy can be. */
  private static String accuracyInterval(JsonNode interval) {
    return interval.isObject()
        ? interval(
            Math.max(0, interval.path("lower").asDouble()),
            Math.min(1, interval.path("upper").asDouble()))
        : "–";
  }

  private static String interval(double lower, double upper) {
    return String.format(Locale.ROOT, "%.1f to %.1f", 100 * lower, 100 * upper);
  }
}
