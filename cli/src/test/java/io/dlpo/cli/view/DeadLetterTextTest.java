package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.RecordedConsole;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class DeadLetterTextTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void shouldListLettersAndCountThem() throws JsonProcessingException {
    assertThat(
            printed(
                DeadLetterText::list,
                """
                {"complete": true, "letters": [
                  {"id": "t.dlq:0:7", "time": "2026-01-02T03:04:05Z", "runId": "run-1",
                   "reason": "the value is broken", "redrivenAt": "2026-01-02T04:00:00Z"},
                  {"id": "t.dlq:0:6", "time": "2026-01-02T03:04:04Z", "reason": "no value"}],
                 "topics": [{"topic": "t.dlq", "count": 8}, {"topic": "u.dlq", "count": 0}]}
                """))
        .isEqualTo(
            """
            2026-01-02T03:04:05Z  t.dlq:0:7  run run-1  redriven 2026-01-02T04:00:00Z
                the value is broken
            2026-01-02T03:04:04Z  t.dlq:0:6
                no value
                   8  t.dlq
            """);
  }

  @Test
  void shouldSayThatThereAreNone() throws JsonProcessingException {
    assertThat(
            printed(
                DeadLetterText::list,
                "{\"complete\":true,\"letters\":[],\"topics\":[{\"topic\":\"t\",\"count\":0}]}"))
        .isEqualTo("There are no dead letters.\n");
  }

  @Test
  void shouldSayThatTheSearchStoppedEarly() throws JsonProcessingException {
    assertThat(
            printed(
                DeadLetterText::list,
                "{\"complete\":false,\"letters\":[],\"topics\":[{\"topic\":\"t\",\"count\":9}]}"))
        .startsWith("The search stopped early");
  }

  @Test
  void shouldShowALetterWithItsHeadersAndValue() throws JsonProcessingException {
    assertThat(
            printed(
                DeadLetterText::letter,
                """
                {"letter": {"id": "t.dlq:0:7", "time": "2026-01-02T03:04:05Z",
                   "consumer": "evaluator", "originalTopic": "t", "originalPartition": 3,
                   "originalOffset": 12, "reason": "broken"},
                 "key": null, "added": [{"name": "dead-letter-reason", "value": "broken"}],
                 "headers": [], "value": "{\\n  broken", "valueBytes": 99, "valueCut": true}
                """))
        .isEqualTo(
            """
            id:            t.dlq:0:7
            written:       2026-01-02T03:04:05Z
            consumer:      evaluator
            origin:        t, partition 3, offset 12
            reason:        broken
            added headers:\s
              dead-letter-reason: broken
            headers:       none
            key:           none
            value:         99 bytes, truncated here
            {
              broken
            """);
  }

  @Test
  void shouldKeepTheTextOfARecordOnItsLine() throws JsonProcessingException {
    assertThat(
            printed(
                DeadLetterText::list,
                """
                {"letters": [{"id": "t:0:1", "time": "x", "runId": "a\\nb\\u001b[2J",
                  "reason": "one\\ntwo"}], "topics": []}
                """))
        .contains("run a\\nb\\u001b[2J")
        .contains("one\\ntwo");
  }

  @Test
  void shouldCountRedrivenAndSkippedLetters() throws JsonProcessingException {
    assertThat(printed(DeadLetterText::redriven, "{\"redriven\":3,\"before\":0,\"omitted\":0}"))
        .isEqualTo("redriven: 3\n");
    assertThat(printed(DeadLetterText::redriven, "{\"redriven\":0,\"before\":2,\"omitted\":1}"))
        .contains("skipped, already redriven: 2; use --again to redrive them again")
        .contains("skipped, too large to be stored: 1");
  }

  private static String printed(BiConsumer<JsonNode, Console> view, String json)
      throws JsonProcessingException {
    RecordedConsole printed = RecordedConsole.file();
    view.accept(MAPPER.readTree(json), printed.console());
    return printed.text();
  }
}
