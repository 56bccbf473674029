package io.dlpo.optimizer.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a dead letter, in order and in two parts. The original record may have headers
 * with the same names as the added ones, so only the position distinguishes them: the headers up to
 * the first {@value #LAST_ADDED} were added.
 *
 * @param added the headers that describe the failure
 * @param original the headers of the original record
 */
record LetterHeaders(List<Header> added, List<Header> original) {

  static final String REASON = "dead-letter-reason";
  static final String EXCEPTION = "dead-letter-exception-class-name";
  static final String PARTITION = "dead-letter-partition";
  static final String LAST_ADDED = "dead-letter-offset";

  /** The size in bytes of a record that was too large to keep; replaces its value and headers. */
  static final String OMITTED = "dead-letter-omitted-bytes";

  LetterHeaders {
    added = List.copyOf(added);
    original = List.copyOf(original);
  }

  static LetterHeaders of(Headers headers) {
    List<Header> all = new ArrayList<>();
    headers.forEach(all::add);
    int end = 0;
    for (int i = 0; i < all.size() && end == 0; i++) {
      end = all.get(i).key().equals(LAST_ADDED) ? i + 1 : 0;
    }
    return new LetterHeaders(all.subList(0, end), all.subList(end, all.size()));
  }

  /** Returns the value of the first header with a name. */
  static @Nullable String text(List<Header> headers, String name) {
    return headers.stream()
        .filter(header -> header.key().equals(name) && header.value() != null)
        .findFirst()
        .map(header -> new String(header.value(), StandardCharsets.UTF_8))
        .orElse(null);
  }

  /** Returns the same value as a number, or -1 if it is not one. */
  static long number(List<Header> headers, String name) {
    String text = text(headers, name);
    return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
  }
}
