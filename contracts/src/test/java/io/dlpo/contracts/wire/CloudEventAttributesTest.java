package io.dlpo.contracts.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.id.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CloudEventAttributesTest {

  private static final RunId RUN = new RunId("run-1");

  @Test
  void shouldDeriveTheAttributesFromTheEvent() {
    // Given
    Event event = new RunCommanded("c-1", RUN, RunCommand.PAUSE);

    // When
    CloudEventAttributes attributes = CloudEventAttributes.of(event, "optimizer");

    // Then
    assertThat(attributes)
        .isEqualTo(
            new CloudEventAttributes(
                "0614991d-6058-3a89-a0b1-85e26d39115d",
                "io.dlpo.RunCommanded.v1",
                "/dlpo/optimizer",
                "run-1",
                "https://dlpo.io/contracts/schemas/RunCommanded.v1.schema.json"));
  }

  @Test
  void shouldNameTheSchemaWhereItCanBeFetched() {
    // Given
    Event event = new RunCommanded("c-1", RUN, RunCommand.PAUSE);
    SchemaAddress schemas = SchemaAddress.of("http://localhost:8080/api/schemas/");

    // When
    CloudEventAttributes attributes = CloudEventAttributes.of(event, "optimizer", schemas);

    // Then
    assertThat(attributes.dataSchema())
        .isEqualTo("http://localhost:8080/api/schemas/RunCommanded.v1.schema.json");
    assertThat(attributes.id()).isEqualTo(CloudEventAttributes.of(event, "optimizer").id());
  }

  @Test
  void shouldGiveARepeatedEventTheSameIdAndAnotherEventAnother() {
    // Given
    Event event = new RunCommanded("c-1", RUN, RunCommand.PAUSE);

    // When
    String repeated = CloudEventAttributes.id(new RunCommanded("c-1", RUN, RunCommand.PAUSE));
    String other = CloudEventAttributes.id(new RunCommanded("c-2", RUN, RunCommand.PAUSE));

    // Then
    assertThat(repeated).isEqualTo(CloudEventAttributes.id(event));
    assertThat(other).isNotEqualTo(repeated);
  }

  @Test
  void shouldGiveEventsOfDifferentTypesDifferentIdsAlthoughTheirIdentityIsTheSame()
      throws IOException {
    // Given
    Set<String> ids = new HashSet<>();

    // When
    for (EventType type : EventType.values()) {
      Path sample =
          Path.of("src/test/resources/samples", type.record().getSimpleName() + ".v1.json");
      ids.add(CloudEventAttributes.id(EventJson.read(Files.readAllBytes(sample), type.record())));
    }

    // Then
    assertThat(ids).hasSize(EventType.values().length);
  }
}
