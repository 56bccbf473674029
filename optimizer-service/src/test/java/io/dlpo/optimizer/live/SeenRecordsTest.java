package io.dlpo.optimizer.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.wire.EventJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenRecordsTest {

  private static final RunCommanded PAUSE =
      new RunCommanded("command", new RunId("run-1"), RunCommand.PAUSE);

  private final SeenRecords seen = new SeenRecords(1000);

  @Test
  void shouldNameTheEventAndWhereItIs() {
    // When
    SeenRecord record = seen.of("run-1", consumed(EventType.RUN_COMMANDED, EventJson.write(PAUSE)));

    // Then
    assertThat(record)
        .returns("run-1", SeenRecord::runId)
        .returns("RunCommanded", SeenRecord::type)
        .returns("some-id", SeenRecord::id)
        .returns(Instant.ofEpochMilli(1234), SeenRecord::time)
        .returns("dlpo.run.commanded.v1", SeenRecord::topic)
        .returns(3, SeenRecord::partition)
        .returns(42L, SeenRecord::offset);
    assertThat(record.as(RunCommanded.class)).contains(PAUSE);
    assertThat(record.as(PromptProposed.class)).isEmpty();
  }

  @Test
  void shouldLeaveOutWhatIsTooLargeOrNoJson() {
    assertThat(seen.of("run-1", consumed(EventType.RUN_COMMANDED, new byte[1001])).data()).isNull();
    SeenRecord broken = seen.of("run-1", consumed(EventType.RUN_COMMANDED, bytes("{")));
    assertThat(broken.data()).isNull();
    assertThat(broken.as(RunCommanded.class)).isEmpty();
    assertThat(broken.isOfStep(0)).isFalse();
  }

  @Test
  void shouldKnowTheRunOfARecordByItsHeader() {
    assertThat(SeenRecords.runId(consumed(EventType.RUN_COMMANDED, bytes("{}"))))
        .isEqualTo("run-1");
    assertThat(SeenRecords.runId(new ConsumerRecord<>("topic", 0, 0, "key", bytes("{}")))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"step\": 3}                       | true",
        "{\"step\": 4}                       | false",
        "{\"evaluation\": {\"step\": 3}}     | true",
        "{\"evaluation\": {}, \"step\": 3}   | false",
        "{\"step\": \"3\"}                   | false",
        "{}                                  | false",
      })
  void shouldKnowTheStepOfAnEvent(String json, boolean expected) {
    assertThat(seen.of("run-1", consumed(EventType.BATCH_SCORED, bytes(json))).isOfStep(3))
        .isEqualTo(expected);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ConsumerRecord<String, byte[]> consumed(EventType type, byte[] value) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_subject", bytes("run-1"));
    headers.add("ce_id", bytes("some-id"));
    return new ConsumerRecord<>(
        type.topic(),
        3,
        42,
        1234,
        TimestampType.CREATE_TIME,
        0,
        value.length,
        "key",
        value,
        headers,
        Optional.empty());
  }
}
