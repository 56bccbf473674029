package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.TextTable;
import java.util.stream.Collectors;

/** Promoted prompts and their versions as tables. */
public final class PromptTable {

  private static final String NONE = "–";

  private PromptTable() {}

  /** Prints a row for each name. */
  public static void printNames(JsonNode prompts, Console console) {
    TextTable table =
        new TextTable().text("NAME").number("VERSIONS").cutText("LABELS").text("CHANGED");
    for (JsonNode prompt : prompts) {
      table.row(
          line(prompt, "name"),
          line(prompt, "versions"),
          orNone(
              prompt
                  .path("labels")
                  .propertyStream()
                  .map(label -> Formats.line(label.getKey()) + "=" + label.getValue().asInt())
                  .collect(Collectors.joining(", "))),
          line(prompt, "changedAt"));
    }
    table.print(console);
  }

  /** Prints a row for each version of a prompt. */
  public static void printVersions(JsonNode versions, Console console) {
    TextTable table =
        new TextTable()
            .number("VERSION")
            .cutText("LABELS")
            .text("RUN")
            .text("BASELINE")
            .text("BEST")
            .text("P")
            .cutText("EVIDENCE")
            .text("PROMOTED");
    for (JsonNode version : versions) {
      JsonNode evidence = version.path("evidence");
      table.row(
          line(version, "version"),
          labels(version),
          line(version, "runId"),
          Formats.score(evidence.path("baseline")),
          Formats.score(evidence.path("best")),
          Formats.probability(evidence.at("/comparison/p")),
          evidence(evidence),
          line(version, "promotedAt"));
    }
    table.print(console);
  }

  /** Prints what a promotion has made. */
  public static void printPromoted(JsonNode version, Console console) {
    console.println(
        "%s version %s, labels: %s, from run %s"
            .formatted(
                line(version, "name"),
                line(version, "version"),
                labels(version),
                line(version, "runId")));
    JsonNode evidence = version.path("evidence");
    console.println(
        "test split: %s → %s, p %s (%s)"
            .formatted(
                Formats.score(evidence.path("baseline")),
                Formats.score(evidence.path("best")),
                Formats.probability(evidence.at("/comparison/p")),
                evidence(evidence)));
  }

  private static String evidence(JsonNode evidence) {
    String shown =
        evidence.path("forced").asBoolean() ? "forced, no improvement shown" : "improvement shown";
    return evidence.path("simulated").asBoolean() ? "SIMULATED, " + shown : shown;
  }

  private static String labels(JsonNode version) {
    return orNone(
        version
            .path("labels")
            .valueStream()
            .map(label -> Formats.line(label.asText()))
            .collect(Collectors.joining(", ")));
  }

  private static String orNone(String text) {
    return text.isEmpty() ? NONE : text;
  }

  private static String line(JsonNode node, String name) {
    return Formats.line(node.path(name).asText());
  }
}
