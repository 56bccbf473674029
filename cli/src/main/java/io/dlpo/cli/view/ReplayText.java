package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;

/** A replay in words. */
public final class ReplayText {

  private ReplayText() {}

  /** One line, or a few if the log does not agree. */
  public static String of(JsonNode replay) {
    return switch (replay.path("verdict").asText()) {
      case "AGREES" ->
          "agrees: %d steps, %d events, trajectory %s (%s)"
              .formatted(
                  replay.path("steps").asInt(),
                  replay.path("events").asInt(),
                  replay.path("trajectory").asText(),
                  Formats.printable(replay.path("phase").asText()));
      case "DIFFERS" -> difference(replay.path("difference"));
      default -> "cannot be recomputed: " + Formats.printable(replay.path("reason").asText());
    };
  }

  private static String difference(JsonNode difference) {
    return """
        differs at step %d
        event       %s
        field       %s
        recorded    %s
        recomputed  %s"""
        .formatted(
            difference.path("step").asInt(),
            Formats.printable(difference.path("event").asText()),
            Formats.printable(difference.path("field").asText()),
            Formats.printable(difference.path("recorded").asText()),
            Formats.printable(difference.path("recomputed").asText()));
  }
}
