package io.dlpo.optimizer.rest;

import io.dlpo.optimizer.deadletter.DeadLetter;
import io.dlpo.optimizer.deadletter.Secrets;
import io.dlpo.optimizer.deadletter.ShownText;
import io.dlpo.optimizer.deadletter.StoredLetter;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with its record. Texts are truncated and have no control characters or secrets.
 *
 * @param letter the metadata of the dead letter
 * @param key the record key; null if it has none
 * @param added the headers that describe the failure
 * @param headers the headers of the original record
 * @param value the beginning of the record value; null if it has none
 * @param valueBytes the size of the value
 * @param valueCut whether {@code value} is truncated
 */
public record StoredLetterBody(
    DeadLetterBody letter,
    @Nullable String key,
    List<HeaderBody> added,
    List<HeaderBody> headers,
    @Nullable String value,
    int valueBytes,
    boolean valueCut) {

  private static final int VALUE_BYTES = 16_384;
  private static final int HEADER_BYTES = 1000;
  private static final int MOST_HEADERS = 100;

  /** A header as text. */
  public record HeaderBody(String name, @Nullable String value) {}

  static StoredLetterBody of(StoredLetter stored, DeadLetter letter, Secrets secrets) {
    ShownText value = ShownText.of(stored.value(), VALUE_BYTES, secrets);
    return new StoredLetterBody(
        DeadLetterBody.of(letter, secrets),
        ShownText.of(stored.key(), HEADER_BYTES, secrets).text(),
        headers(stored.added(), secrets),
        headers(stored.original(), secrets),
        value.text(),
        value.bytes(),
        value.cut());
  }

  private static List<HeaderBody> headers(List<Header> headers, Secrets secrets) {
    return headers.stream().limit(MOST_HEADERS).map(header -> of(header, secrets)).toList();
  }

  private static HeaderBody of(Header header, Secrets secrets) {
    String value = ShownText.of(header.value(), HEADER_BYTES, secrets).text();
    return new HeaderBody(
        ShownText.escaped(header.key()), value == null ? null : secrets.hide(header.key(), value));
  }
}
