package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.Style;
import java.util.List;
import java.util.Locale;

/** The report of a run. */
public final class RunReportText {

  private static final List<String> SPEC_PARTS =
      List.of("dataset", "metric", "optimizer", "budget", "failures", "seed");

  private final Console console;

  private RunReportText(Console console) {
    this.console = console;
  }

  /** Prints the result first, then the evidence. */
  public static void print(JsonNode report, Console console) {
    new RunReportText(console).print(report);
  }

  private void print(JsonNode report) {
    JsonNode run = report.path("run");
    RunSummary.print(run, console);
    title("initial prompt");
    console.printlnUnbroken(Formats.text(run.path("initialPrompt").asText()));
    title("edits from the initial to the best prompt");
    edits(report.path("path"));
    title("test split, with 95 % intervals");
    score("baseline", run.path("baseline"));
    score("best", run.path("best"));
    title("spec");
    spec(report);
    title("steps");
    report.path("steps").forEach(step -> StepText.print(step, run, console));
    if (run.path("failedRows").size() > FailedRowsText.FIRST) {
      title("rows that count as wrong because their calls failed");
      run.path("failedRows").forEach(row -> console.println("  ", FailedRowsText.line(row)));
    }
    title("model calls");
    run.at("/calls/byPurpose")
        .properties()
        .forEach(calls -> calls(calls.getKey(), calls.getValue()));
    field("cost", cost(report));
  }

  private void title(String title) {
    console.println();
    console.println(console.styled(Style.BOLD, title + ":"));
  }

  private void field(String name, String value) {
    console.println("  %-9s ".formatted(name), value);
  }

  private void spec(JsonNode report) {
    JsonNode spec = report.path("spec");
    field("name", Formats.line(report.at("/run/name").asText()));
    field(
        "models",
        "%s (forward), %s (backward)"
            .formatted(
                Formats.line(report.at("/run/models/forward").asText()),
                Formats.line(report.at("/run/models/backward").asText())));
    SPEC_PARTS.stream()
        .filter(spec::hasNonNull)
        .forEach(part -> field(part, Formats.line(spec.path(part).toString())));
  }

  private void score(String prompt, JsonNode score) {
    String interval =
        score.isObject()
            ? String.format(
                Locale.ROOT,
                ", %.1f to %.1f %%",
                100 * score.path("lower").asDouble(),
                100 * score.path("upper").asDouble())
            : "";
    field(prompt, Formats.score(score) + interval);
  }

  private void edits(JsonNode versions) {
    if (versions.size() < 2) {
      console.println("  none: no other prompt was better");
    }
    versions.valueStream().skip(1).forEach(this::editsOf);
  }

  private void editsOf(JsonNode version) {
    String step = "  step %-3d ".formatted(version.path("step").asInt());
    version.path("edits").forEach(edit -> console.println(step, edit(edit)));
  }

  private String edit(JsonNode edit) {
    String before = Formats.line(edit.path("before").asText());
    String text = Formats.line(edit.path("text").asText());
    int sentence = edit.path("sentence").asInt();
    int after = edit.path("after").asInt();
    return switch (edit.path("op").asText()) {
      case "ADD" -> "after sentence %d: %s".formatted(after, added("+ " + text));
      case "MODIFY" -> "sentence %d: %s → %s".formatted(sentence, removed(before), added(text));
      case "DELETE" -> "sentence %d: %s".formatted(sentence, removed("- " + before));
      case "MOVE" -> "sentence %d moved after %d: %s".formatted(sentence, after, before);
      default -> Formats.line(edit.toString());
    };
  }

  private String added(String text) {
    return console.styled(Style.GREEN, text);
  }

  private String removed(String text) {
    return console.styled(Style.RED, text);
  }

  private void calls(String purpose, JsonNode calls) {
    int paid = calls.path("paid").asInt();
    int cached = calls.path("ledger").asInt();
    if (paid + cached > 0) {
      console.println(
          "  %-15s %6d paid, %6d cached"
              .formatted(Formats.line(purpose.toLowerCase(Locale.ROOT)), paid, cached));
    }
  }

  private static String cost(JsonNode report) {
    if (report.path("simulated").asBoolean()) {
      return "none; the simulator is free";
    }
    return report.path("usd").isNumber()
        ? Formats.usd(report.path("usd")) + " USD for the paid calls, at current prices"
        : "unknown; a model of the run has no price (see DLPO_PRICES)";
  }
}
