package io.dlpo.cli.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventRecordTest {

  @Test
  void shouldBeOneJsonObjectOnOneLine() {
    // Given
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_id", "1-2".getBytes(UTF_8));
    headers.add("ce_type", "io.dlpo.RunFinished.v1".getBytes(UTF_8));
    headers.add("ce_subject", "run-1".getBytes(UTF_8));

    // When
    EventRecord event = EventRecord.of(record(headers, "{\"a\": \"b\\nc\",\n \"n\": 1}"));

    // Then
    assertThat(event.is(EventType.RUN_FINISHED)).isTrue();
    assertThat(event.json())
        .isEqualTo(
            "{\"topic\":\"dlpo.run.finished.v1\",\"id\":\"1-2\",\"type\":\"io.dlpo.RunFinished.v1\","
                + "\"subject\":\"run-1\",\"time\":\"1970-01-01T00:00:01.500Z\","
                + "\"data\":{\"a\":\"b\\nc\",\"n\":1}}");
  }

  @Test
  void shouldShowRecordsThatAreNotEvents() {
    assertThat(EventRecord.of(record(new RecordHeaders(), "{garbage")).json())
        .contains("\"id\":\"\"", "\"subject\":\"\"", "\"data\":\"{garbage\"");
    assertThat(EventRecord.of(record(new RecordHeaders(), "")).json()).contains("\"data\":\"\"");
    assertThat(EventRecord.of(record(new RecordHeaders(), null)).json()).contains("\"data\":null");
  }

  private static ConsumerRecord<byte[], byte[]> record(RecordHeaders headers, String value) {
    return new ConsumerRecord<>(
        EventType.RUN_FINISHED.topic(),
        0,
        0,
        1500,
        TimestampType.CREATE_TIME,
        0,
        0,
        new byte[0],
        value == null ? null : value.getBytes(UTF_8),
        headers,
        Optional.empty());
  }
}
