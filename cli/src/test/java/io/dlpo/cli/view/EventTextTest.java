package io.dlpo.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.event.EventRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTextTest {

  private final EventText text = new EventText(ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "RunRequested | {\"name\":\"n\",\"seed\":7,\"datasetId\":\"d\"} | n, seed 7, dataset d",
        "RunCommanded | {\"command\":\"PAUSE\"} | PAUSE",
        "PromptProposed | {\"evaluation\":{\"step\":2,\"purpose\":\"BATCH\",\"size\":5},\"part\":1,\"parts\":1}"
            + " | step 2 BATCH: 5 examples, part 1 of 1",
        "ExampleRequested | {\"evaluation\":{\"step\":2,\"purpose\":\"TEST\"},\"example\":{\"id\":\"e1\"}}"
            + " | step 2 TEST: example e1",
        "PredictionProduced | {\"evaluation\":{\"step\":1,\"purpose\":\"TEST\"},\"example\":{\"id\":\"e1\"},\"output\":\"4\"}"
            + " | step 1 TEST: example e1: 4",
        "PredictionProduced | {\"evaluation\":{\"step\":1,\"purpose\":\"TEST\"},\"example\":{\"id\":\"e1\"},\"failure\":{\"kind\":\"TIMEOUT\"}}"
            + " | step 1 TEST: example e1: failed, TIMEOUT",
        "BatchScored | {\"evaluation\":{\"step\":1,\"purpose\":\"BATCH\",\"size\":5},\"correct\":3,\"failed\":0}"
            + " | step 1 BATCH: 3 of 5 correct, 0 failed",
        "BatchScored | {\"evaluation\":{\"step\":1,\"purpose\":\"TEST\",\"size\":50},\"correct\":3,\"failed\":0,\"countedWrong\":1}"
            + " | step 1 TEST: 3 of 50 correct, 0 failed, 1 counted as wrong",
        "GradientProduced | {\"evaluation\":{\"step\":1,\"purpose\":\"BATCH\"},\"gradient\":\"Count.\"} | step 1 BATCH: Count.",
        "UpdateReplied | {\"step\":1,\"replies\":[{},{}]} | step 1: 2 replies",
        "PromptAccepted | {\"step\":1,\"decision\":{\"reason\":\"better\"}} | step 1: better",
        "RunFinished | {\"outcome\":\"FINISHED\",\"baseline\":{\"correct\":1,\"total\":2},\"best\":null}"
            + " | FINISHED: baseline 1/2 (50.0 %) → best not scored",
        "PromptCommanded | {\"command\":\"PROMOTE\",\"name\":\"counting\"} | PROMOTE counting",
        "PromptCommanded | {\"command\":\"LABEL\",\"name\":\"counting\",\"label\":\"canary\"} | LABEL counting, label canary",
        "PromptPromoted | {\"name\":\"counting\",\"version\":2,\"labels\":[]} | counting version 2, no labels",
        "PromptPromoted | {\"name\":\"counting\",\"version\":2,\"labels\":[\"canary\",\"production\"]}"
            + " | counting version 2, labels canary, production"
      })
  void shouldSayInShortWhatEachTypeSays(String type, String data, String summary) throws Exception {
    assertThat(text.line(event("io.dlpo." + type + ".v1", data)))
        .isEqualTo("12:03:04.567  %-18s  run-1  %s".formatted(type, summary));
  }

  @Test
  void shouldStayOnItsLineShortAndObeyNothing() throws Exception {
    // Given
    String gradient = "a\\n\\u001b[2J" + "x".repeat(200);

    // When
    String line =
        text.line(
            event("io.dlpo.GradientProduced.v1", "{\"gradient\":\"%s\"}".formatted(gradient)));

    // Then
    assertThat(line).doesNotContain("\n", "\u001b").endsWith("x…").hasSizeLessThan(200);
  }

  @Test
  void shouldShowWhatIsNoEventByItsTopic() throws Exception {
    assertThat(text.line(event("", "\"garbage\"")))
        .isEqualTo("12:03:04.567  dlpo.topic          run-1  garbage");
  }

  private static EventRecord event(String type, String data) throws JsonProcessingException {
    return new EventRecord(
        "dlpo.topic",
        "id",
        type,
        "run-1",
        Instant.parse("2026-01-02T12:03:04.567Z"),
        new ObjectMapper().readTree(data));
  }
}
