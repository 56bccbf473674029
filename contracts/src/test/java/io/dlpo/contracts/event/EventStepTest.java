package io.dlpo.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.wire.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventStepTest {

  private static final Path SAMPLES = Path.of("src/test/resources/samples");

  @ParameterizedTest
  @EnumSource(EventType.class)
  void shouldTellTheStepThatAnEventNamesItselfOrByItsEvaluation(EventType type) throws IOException {
    // Given
    byte[] sample = Files.readAllBytes(SAMPLES.resolve(type.record().getSimpleName() + ".v1.json"));

    // When
    OptionalInt step = EventStep.of(EventJson.read(sample, type.record()));

    // Then
    assertThat(step).isEqualTo(named(new ObjectMapper().readTree(sample)));
  }

  private static OptionalInt named(JsonNode event) {
    JsonNode step = event.has("evaluation") ? event.at("/evaluation/step") : event.path("step");
    return step.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(step.intValue());
  }
}
