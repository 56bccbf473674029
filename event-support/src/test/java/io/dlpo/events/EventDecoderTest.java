package io.dlpo.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.events.fault.PermanentFaultException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventDecoderTest {

  private static final RunCommanded EVENT =
      new RunCommanded("c-1", new RunId("run-1"), RunCommand.CANCEL);

  @Test
  void shouldReadWhatThePublisherWrites() {
    // Given
    ConsumerRecord<String, byte[]> record = record(EventJson.write(EVENT));

    // When
    RunCommanded event = EventDecoder.decode(record, RunCommanded.class);

    // Then
    assertThat(event).isEqualTo(EVENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"commandId\":\"c-1\"|Unexpected end-of-input",
        "not json|Unrecognized token",
        "null|the JSON is null",
        "[]|Cannot deserialize",
        "{\"commandId\":\"c-1\",\"runId\":\"run-1\",\"command\":\"STOP\"}|not one of the values accepted",
        "{\"commandId\":\"c-1\",\"runId\":\"\",\"command\":\"PAUSE\"}|RunId is ''",
        "{\"commandId\":\"c-1\",\"runId\":\"run-1\"}|RunCommanded.command is missing",
        "{\"commandId\":\"c-1\",\"runId\":\"run-1\",\"command\":\"PAUSE\"}{}|Trailing token"
      })
  void shouldSayWhatIsWrongWithAMalformedValue(String value, String reason) {
    assertThatThrownBy(
            () ->
                EventDecoder.decode(
                    record(value.getBytes(StandardCharsets.UTF_8)), RunCommanded.class))
        .isInstanceOf(PermanentFaultException.class)
        .hasMessageStartingWith("the value is not a valid io.dlpo.RunCommanded.v1: ")
        .hasMessageContaining(reason);
  }

  @Test
  void shouldRefuseARecordWithoutAValue() {
    assertThatThrownBy(() -> EventDecoder.decode(record(null), RunCommanded.class))
        .isInstanceOf(PermanentFaultException.class)
        .hasMessage("the record has no value; expected io.dlpo.RunCommanded.v1");
  }

  @Test
  void shouldRefuseAnEventOfAnotherVersion() {
    // Given
    ConsumerRecord<String, byte[]> record = record(EventJson.write(EVENT));
    record.headers().remove("ce_type");
    record.headers().add("ce_type", "io.dlpo.RunCommanded.v2".getBytes(StandardCharsets.UTF_8));

    // Then
    assertThatThrownBy(() -> EventDecoder.decode(record, RunCommanded.class))
        .isInstanceOf(PermanentFaultException.class)
        .hasMessage(
            "header ce_type is 'io.dlpo.RunCommanded.v2'; this topic requires"
                + " 'io.dlpo.RunCommanded.v1'");
  }

  @Test
  void shouldRefuseARecordWithoutHeaders() {
    // Given
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>("topic", 0, 0, "key", EventJson.write(EVENT));

    // Then
    assertThatThrownBy(() -> EventDecoder.decode(record, RunCommanded.class))
        .isInstanceOf(PermanentFaultException.class)
        .hasMessageStartingWith("header ce_type is 'null'");
  }

  @Test
  void shouldNotRepeatAllOfAHostileHeader() {
    // Given
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>("topic", 0, 0, "key", EventJson.write(EVENT));
    record.headers().add("ce_type", "x".repeat(100_000).getBytes(StandardCharsets.UTF_8));

    // Then
    assertThatThrownBy(() -> EventDecoder.decode(record, RunCommanded.class))
        .isInstanceOf(PermanentFaultException.class)
        .satisfies(fault -> assertThat(fault.getMessage()).hasSizeLessThan(500));
  }

  @Test
  void shouldRefuseAValueThatIsTooLongWithoutReadingIt() {
    assertThatThrownBy(
            () -> EventDecoder.decode(record(new byte[(4 << 20) + 1]), RunCommanded.class))
        .isInstanceOf(PermanentFaultException.class)
        .hasMessage("the value has 4194305 bytes; the maximum is 4194304");
  }

  @Test
  void shouldRefuseNestingThatWouldFillTheStack() {
    // Given
    String value = "{\"commandId\":" + "[".repeat(200_000);

    // Then
    assertThatThrownBy(
            () ->
                EventDecoder.decode(
                    record(value.getBytes(StandardCharsets.UTF_8)), RunCommanded.class))
        .isInstanceOf(PermanentFaultException.class);
  }

  private static ConsumerRecord<String, byte[]> record(byte[] value) {
    ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("topic", 0, 0, "key", value);
    EventHeaders.of(CloudEventAttributes.of(EVENT, "test"), "worker-1", Instant.EPOCH, Map.of())
        .forEach(record.headers()::add);
    return record;
  }
}
