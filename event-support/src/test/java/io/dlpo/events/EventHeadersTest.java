package io.dlpo.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.wire.CloudEventAttributes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class EventHeadersTest {

  @Test
  void shouldWriteCloudEventsInBinaryMode() {
    // Given
    CloudEventAttributes attributes =
        CloudEventAttributes.of(
            new RunCommanded("c-1", new RunId("run-1"), RunCommand.RESUME), "optimizer");

    // When
    Headers headers =
        EventHeaders.of(
            attributes,
            "optimizer-0",
            Instant.parse("2026-11-30T08:00:00.125Z"),
            Map.of("sequence", "0000000007"));

    // Then
    Map<String, String> texts = new LinkedHashMap<>();
    headers.forEach(header -> texts.put(header.key(), EventHeaders.text(headers, header.key())));
    assertThat(texts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", attributes.id(),
                "ce_type", "io.dlpo.RunCommanded.v1",
                "ce_source", "/dlpo/optimizer",
                "ce_subject", "run-1",
                "ce_time", "2026-11-30T08:00:00.125Z",
                "ce_dataschema", "https://dlpo.io/contracts/schemas/RunCommanded.v1.schema.json",
                "ce_worker", "optimizer-0",
                "ce_sequence", "0000000007",
                "content-type", "application/json"));
  }
}
