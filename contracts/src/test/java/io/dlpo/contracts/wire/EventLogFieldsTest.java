package io.dlpo.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventLogFieldsTest {

  private static final Set<EventType> OF_THE_WHOLE_RUN =
      Set.of(
          EventType.RUN_REQUESTED,
          EventType.RUN_COMMANDED,
          EventType.RUN_FINISHED,
          EventType.PROMPT_COMMANDED,
          EventType.PROMPT_PROMOTED);

  @ParameterizedTest
  @EnumSource(EventType.class)
  void shouldNameTheRunAndTheStep(EventType type) throws IOException {
    // Given
    byte[] sample =
        Files.readAllBytes(
            Path.of("src/test/resources/samples", type.record().getSimpleName() + ".v1.json"));
    Event event = EventJson.read(sample, type.record());
    JsonNode json = new ObjectMapper().readTree(sample);
    JsonNode step =
        json.path("step").isMissingNode() ? json.at("/evaluation/step") : json.path("step");

    // When
    Map<String, String> fields = EventLogFields.of(event);

    // Then
    assertThat(fields).containsEntry("run", event.runId().value());
    if (OF_THE_WHOLE_RUN.contains(type)) {
      assertThat(fields).containsOnlyKeys("run");
    } else {
      assertThat(fields).containsEntry("step", step.asText()).hasSize(2);
    }
  }
}
