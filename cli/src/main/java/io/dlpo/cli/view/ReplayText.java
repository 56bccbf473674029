package io.dlpo.cli.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.Style;

/** The result of a replay. */
public final class ReplayText {

  private ReplayText() {}

  /** Prints one line, or the first difference. */
  public static void print(JsonNode replay, Console console) {
    switch (replay.path("verdict").asText()) {
      case "AGREES" ->
          console.println(
              "%s: %d steps, %d events, trajectory %s (%s)"
                  .formatted(
                      console.styled(Style.GREEN, "agrees"),
                      replay.path("steps").asInt(),
                      replay.path("events").asInt(),
                      replay.path("trajectory").asText(),
                      Formats.text(replay.path("phase").asText())));
      case "DIFFERS" -> difference(replay.path("difference"), console);
      default ->
          console.println(
              console.styled(Style.YELLOW, "cannot be replayed")
                  + ": "
                  + Formats.text(replay.path("reason").asText()));
    }
  }

  private static void difference(JsonNode difference, Console console) {
    console.println(
        console.styled(Style.RED, "differs") + " at step " + difference.path("step").asInt());
    for (String field : new String[] {"event", "field", "recorded", "recomputed"}) {
      console.println("%-12s".formatted(field), Formats.text(difference.path(field).asText()));
    }
  }
}
