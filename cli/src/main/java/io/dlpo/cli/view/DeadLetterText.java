package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.terminal.Console;

/** Dead letters: a list, one of them, and the result of a redrive. */
public final class DeadLetterText {

  private DeadLetterText() {}

  /** Prints two lines for each dead letter, then the number in each topic. */
  public static void list(JsonNode found, Console console) {
    found.path("letters").forEach(letter -> summary(letter, console));
    if (!found.path("complete").asBoolean(true)) {
      console.println("The search stopped early; older dead letters may match.");
    }
    boolean none = true;
    for (JsonNode topic : found.path("topics")) {
      if (topic.path("count").asLong() > 0) {
        console.println("%8d  %s".formatted(topic.path("count").asLong(), text(topic, "topic")));
        none = false;
      }
    }
    if (none) {
      console.println("There are no dead letters.");
    }
  }

  private static void summary(JsonNode letter, Console console) {
    console.println(
        "%s  %s%s%s"
            .formatted(
                text(letter, "time"),
                text(letter, "id"),
                letter.hasNonNull("runId") ? "  run " + line(letter, "runId") : "",
                letter.hasNonNull("redrivenAt") ? "  redriven " + text(letter, "redrivenAt") : ""));
    console.println("    ", line(letter, "reason"));
  }

  /** Prints a dead letter with its headers and its value. */
  public static void letter(JsonNode found, Console console) {
    JsonNode letter = found.path("letter");
    field("id", line(letter, "id"), console);
    field("written", line(letter, "time"), console);
    field("consumer", line(letter, "consumer"), console);
    field(
        "origin",
        "%s, partition %s, offset %s"
            .formatted(
                line(letter, "originalTopic"),
                line(letter, "originalPartition"),
                line(letter, "originalOffset")),
        console);
    field("reason", line(letter, "reason"), console);
    if (letter.hasNonNull("redrivenAt")) {
      field("redriven", line(letter, "redrivenAt"), console);
    }
    headers("added headers", found.path("added"), console);
    headers("headers", found.path("headers"), console);
    field("key", found.hasNonNull("key") ? line(found, "key") : "none", console);
    field("value", size(found), console);
    if (found.hasNonNull("value")) {
      console.printlnUnbroken(Formats.text(text(found, "value")));
    }
  }

  /** Prints how many dead letters were redriven and how many were skipped. */
  public static void redriven(JsonNode outcome, Console console) {
    console.println("redriven: " + outcome.path("redriven").asInt());
    if (outcome.path("before").asInt() > 0) {
      console.println(
          "skipped, already redriven: %d; use --again to redrive them again"
              .formatted(outcome.path("before").asInt()));
    }
    if (outcome.path("omitted").asInt() > 0) {
      console.println(
          "skipped, too large to be stored: %d".formatted(outcome.path("omitted").asInt()));
    }
  }

  private static String size(JsonNode found) {
    if (!found.hasNonNull("value")) {
      return found.path("letter").hasNonNull("omittedBytes")
          ? "too large to be stored: " + line(found.path("letter"), "omittedBytes") + " bytes"
          : "none";
    }
    return line(found, "valueBytes")
        + " bytes"
        + (found.path("valueCut").asBoolean() ? ", truncated here" : "");
  }

  private static void headers(String title, JsonNode headers, Console console) {
    field(title, headers.isEmpty() ? "none" : "", console);
    for (JsonNode header : headers) {
      console.println("  " + line(header, "name") + ": ", line(header, "value"));
    }
  }

  private static void field(String name, String value, Console console) {
    console.println("%-14s ".formatted(name + ":"), value);
  }

  private static String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.path(name).asText() : "–";
  }

  /** On one line: a record must not be able to imitate other lines of this output. */
  private static String line(JsonNode node, String name) {
    return Formats.text(text(node, name)).replace("\n", "\\n");
  }
}
