package io.dlpo.optimizer.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

  @Test
  void shouldTellWhereTheRecordWasAndWhyItIsOne() {
    // When
    DeadLetter letter =
        Letters.letter(
                Letters.bytes("{"),
                Letters.headers("ce_type", "io.dlpo.BatchScored.v1", "ce_subject", "run-1"))
            .letter();

    // Then
    assertThat(letter)
        .isEqualTo(
            new DeadLetter(
                new DeadLetterId("dlpo.batch.scored.v1.optimizer.dlq", 0, 12),
                Letters.SCORES,
                Instant.ofEpochMilli(1_700_000_000_000L),
                4,
                77,
                "io.dlpo.BatchScored.v1",
                "run-1",
                "the value is broken",
                "io.dlpo.SomeException",
                -1,
                null));
  }

  @Test
  void shouldNotBelieveDeadLetterHeadersOfTheRecordItself() {
    // Given
    StoredLetter stored =
        Letters.letter(
            Letters.bytes("x"),
            Letters.headers(
                "dead-letter-reason", "all is well", "dead-letter-offset", "1", "a", "b"));

    // Then
    assertThat(stored.letter().reason()).isEqualTo("the value is broken");
    assertThat(stored.letter().originalOffset()).isEqualTo(77);
    assertThat(stored.original())
        .extracting(Header::key)
        .containsExactly("dead-letter-reason", "dead-letter-offset", "a");
  }

  @Test
  void shouldGiveTheOriginalRecordBackAndSayWhichLetterItWas() {
    // Given
    StoredLetter stored =
        Letters.letter(
            Letters.bytes("value"),
            Letters.headers("a", "1", "a", "2", StoredLetter.REDRIVEN_FROM, "before:0:1"));

    // When
    ProducerRecord<byte[], byte[]> record = stored.redriven();

    // Then
    assertThat(record.topic()).isEqualTo("dlpo.batch.scored.v1");
    assertThat(record.partition()).isNull();
    assertThat(record.key()).isEqualTo(Letters.bytes("key"));
    assertThat(record.value()).isEqualTo(Letters.bytes("value"));
    assertThat(record.headers().toArray())
        .extracting(
            header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
        .containsExactly(
            "a=1", "a=2", "dlpo-redriven-from=dlpo.batch.scored.v1.optimizer.dlq:0:12");
  }

  @Test
  void shouldKnowARecordThatWasTooLargeToBeKept() {
    // When
    DeadLetter letter =
        Letters.letter(null, Letters.headers("dead-letter-omitted-bytes", "1047000")).letter();

    // Then
    assertThat(letter.omitted()).isEqualTo(1_047_000);
    assertThat(letter.isWhole()).isFalse();
  }

  @Test
  void shouldNotTakeAWholeRecordForOneThatWasLeftOut() {
    assertThat(
            Letters.letter(
                    Letters.bytes("x"), Letters.headers("dead-letter-omitted-bytes", "1047000"))
                .letter()
                .isWhole())
        .isTrue();
    assertThat(Letters.letter(null, Letters.headers()).letter().isWhole()).isTrue();
  }
}
