package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.terminal.RecordedConsole;
import org.junit.jupiter.api.Test;

class ReplayTextTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void shouldPrintWhatAgrees() {
    assertThat(
            text(
                """
                {"verdict": "AGREES", "steps": 5, "events": 41, "trajectory": "abc",
                 "phase": "finished", "difference": null, "reason": null}
                """))
        .isEqualTo("agrees: 5 steps, 41 events, trajectory abc (finished)");
  }

  @Test
  void shouldPrintTheFirstDifference() {
    assertThat(
            text(
                """
                {"verdict": "DIFFERS", "difference": {"step": 3, "event": "PromptAccepted r:3",
                 "field": "decision.draw", "recorded": "0.1", "recomputed": "0.2"}}
                """))
        .isEqualTo(
            """
            differs at step 3
            event       PromptAccepted r:3
            field       decision.draw
            recorded    0.1
            recomputed  0.2""");
  }

  @Test
  void shouldSayWhyARunCannotBeReplayed() {
    assertThat(text("{\"verdict\": \"UNKNOWN\", \"reason\": \"step 1: no replies\"}"))
        .isEqualTo("cannot be replayed: step 1: no replies");
  }

  @Test
  void shouldEscapeControlCharacters() {
    assertThat(
            text(
                """
                {"verdict": "DIFFERS", "difference": {"step": 3, "event": "e",
                 "field": "f", "recorded": "\\u001b[2J", "recomputed": "b\\u0007"}}
                """))
        .doesNotContain("\u001b", "\u0007");
  }

  private static String text(String json) {
    try {
      RecordedConsole printed = RecordedConsole.file();
      ReplayText.print(MAPPER.readTree(json), printed.console());
      return printed.text().stripTrailing();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
