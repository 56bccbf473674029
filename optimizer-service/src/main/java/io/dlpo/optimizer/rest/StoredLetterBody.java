package io.dlpo.optimizer.rest;

import io.dlpo.optimizer.deadletter.DeadLetter;
import io.dlpo.optimizer.deadletter.Secrets;
import io.dlpo.optimizer.deadletter.ShownText;
import io.dlpo.optimizer.deadletter.StoredLetter;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter with its record; texts are bounded and have neither control characters nor secrets.
 *
 * @param letter what it says
 * @param key of the record; null if it has none
 * @param added headers that say why it is a dead letter
 * @param headers of the original record
 * @param value the beginning of it; null if it has none
 * @param valueBytes how long the value is
 * @param valueCut whether {@code value} is only the beginning
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
