package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Dead letters for a terminal. */
public final class DeadLetterText {

  private DeadLetterText() {}

  /** Two lines for each, and how many there are. */
  public static void list(JsonNode found, PrintWriter out) {
    for (JsonNode letter : found.path("letters")) {
      out.printf(
          "%s  %s%s%s%n",
          text(letter, "time"),
          text(letter, "id"),
          letter.hasNonNull("runId") ? "  run " + line(text(letter, "runId")) : "",
          letter.hasNonNull("redrivenAt") ? "  given back " + text(letter, "redrivenAt") : "");
      out.println("    " + line(text(letter, "reason")));
    }
    if (!found.path("complete").asBoolean(true)) {
      out.println("Not all were looked at; older ones may match.");
    }
    boolean none = true;
    for (JsonNode topic : found.path("topics")) {
      if (topic.path("count").asLong() > 0) {
        out.printf("%8d  %s%n", topic.path("count").asLong(), text(topic, "topic"));
        none = false;
      }
    }
    if (none) {
      out.println("There are no dead letters.");
    }
    out.flush();
  }

  /** All of one. */
  public static void letter(JsonNode found, PrintWriter out) {
    JsonNode letter = found.path("letter");
    field(out, "id", text(letter, "id"));
    field(out, "written", text(letter, "time"));
    field(out, "consumer", text(letter, "consumer"));
    field(
        out,
        "came from",
        "%s, partition %s, offset %s"
            .formatted(
                text(letter, "originalTopic"),
                text(letter, "originalPartition"),
                text(letter, "originalOffset")));
    field(out, "reason", text(letter, "reason"));
    if (letter.hasNonNull("redrivenAt")) {
      field(out, "given back", text(letter, "redrivenAt"));
    }
    headers(out, "added headers", found.path("added"));
    headers(out, "headers", found.path("headers"));
    field(out, "key", found.hasNonNull("key") ? text(found, "key") : "none");
    field(out, "value", size(found));
    if (found.hasNonNull("value")) {
      out.println(Formats.printable(text(found, "value")));
    }
    out.flush();
  }

  /** How many were given back. */
  public static void redriven(JsonNode outcome, PrintWriter out) {
    out.println("given back: " + outcome.path("redriven").asInt());
    if (outcome.path("before").asInt() > 0) {
      out.println(
          "passed over, as they were given back before: %d; to do so once more: --again"
              .formatted(outcome.path("before").asInt()));
    }
    if (outcome.path("omitted").asInt() > 0) {
      out.println(
          "passed over, as they were too large to be kept: " + outcome.path("omitted").asInt());
    }
    out.flush();
  }

  private static String size(JsonNode found) {
    if (!found.hasNonNull("value")) {
      return found.path("letter").hasNonNull("omittedBytes")
          ? "too large to be kept: " + text(found.path("letter"), "omittedBytes") + " bytes"
          : "none";
    }
    return text(found, "valueBytes")
        + " bytes"
        + (found.path("valueCut").asBoolean() ? ", of which the beginning is" : "");
  }

  private static void headers(PrintWriter out, String title, JsonNode headers) {
    field(out, title, headers.isEmpty() ? "none" : "");
    for (JsonNode header : headers) {
      out.println("  " + line(text(header, "name")) + ": " + line(text(header, "value")));
    }
  }

  private static void field(PrintWriter out, String name, String value) {
    out.printf("%-14s %s%n", name + ":", line(value));
  }

  private static String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.path(name).asText() : "–";
  }

  /** On one line: what came with a record must not look like a line of ours. */
  private static String line(String text) {
    return Formats.printable(text).replace("\n", "\\n");
  }
}
