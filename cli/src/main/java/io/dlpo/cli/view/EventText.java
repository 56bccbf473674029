package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.event.EventRecord;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** An event on one line. */
public final class EventText {

  private static final int SHOWN = 80;
  private static final String NAMESPACE = "io.dlpo.";

  private final DateTimeFormatter time;

  /**
   * @param zone in which times are shown
   */
  public EventText(ZoneId zone) {
    this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
  }

  /** Time, type, run and a summary. */
  public String line(EventRecord event) {
    return "%s  %-18s  %s  %s"
        .formatted(
            time.format(event.time()),
            Formats.line(name(event)),
            Formats.line(event.subject().isEmpty() ? "–" : event.subject()),
            Formats.line(summary(name(event), event.data())))
        .stripTrailing();
  }

  /** Such as PromptProposed; the topic of a record without a type. */
  private static String name(EventRecord event) {
    String type = event.type().isEmpty() ? event.topic() : event.type();
    return type.startsWith(NAMESPACE)
        ? type.substring(NAMESPACE.length()).replace(".v1", "")
        : type;
  }

  private static String summary(String name, JsonNode data) {
    return switch (name) {
      case "RunRequested" ->
          "%s, seed %s, dataset %s"
              .formatted(text(data, "/name"), text(data, "/seed"), text(data, "/datasetId"));
      case "RunCommanded" -> text(data, "/command");
      case "PromptProposed" ->
          "%s: %s examples, part %s of %s"
              .formatted(
                  evaluation(data),
                  text(data, "/evaluation/size"),
                  text(data, "/part"),
                  text(data, "/parts"));
      case "ExampleRequested" -> evaluation(data) + ": example " + text(data, "/example/id");
      case "PredictionProduced" ->
          "%s: example %s: %s"
              .formatted(
                  evaluation(data),
                  text(data, "/example/id"),
                  data.path("failure").isObject() ? failure(data) : text(data, "/output"));
      case "BatchScored" ->
          "%s: %s of %s correct, %s failed%s"
              .formatted(
                  evaluation(data),
                  text(data, "/correct"),
                  text(data, "/evaluation/size"),
                  text(data, "/failed"),
                  data.path("countedWrong").isInt()
                      ? ", %s counted as wrong".formatted(text(data, "/countedWrong"))
                      : "");
      case "GradientProduced" ->
          evaluation(data)
              + ": "
              + (data.path("failure").isObject() ? failure(data) : text(data, "/gradient"));
      case "UpdateReplied" ->
          "step %s: %d replies".formatted(text(data, "/step"), data.path("replies").size());
      case "PromptAccepted", "PromptRejected" ->
          "step %s: %s".formatted(text(data, "/step"), text(data, "/decision/reason"));
      case "RunFinished" ->
          "%s: baseline %s → best %s"
              .formatted(
                  text(data, "/outcome"),
                  Formats.score(data.path("baseline")),
                  Formats.score(data.path("best")));
      case "PromptCommanded" ->
          "%s %s%s"
              .formatted(
                  text(data, "/command"),
                  text(data, "/name"),
                  data.path("label").isTextual() ? ", label " + text(data, "/label") : "");
      case "PromptPromoted" ->
          "%s version %s%s"
              .formatted(text(data, "/name"), text(data, "/version"), labels(data.path("labels")));
      default -> shortened(data.isTextual() ? data.asText() : data.toString());
    };
  }

  private static String labels(JsonNode labels) {
    return labels.isEmpty()
        ? ", no labels"
        : ", labels "
            + shortened(
                labels.valueStream().map(JsonNode::asText).collect(Collectors.joining(", ")));
  }

  private static String evaluation(JsonNode data) {
    return "step %s %s"
        .formatted(text(data, "/evaluation/step"), text(data, "/evaluation/purpose"));
  }

  private static String failure(JsonNode data) {
    return "failed, " + text(data, "/failure/kind");
  }

  private static String text(JsonNode data, String pointer) {
    return shortened(data.at(pointer).asText("–"));
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
  }
}
