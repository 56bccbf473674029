package io.dlpo.gateway.call;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header {@code Retry-After} (RFC 9110, 10.2.3). */
final class RetryAfter {

  /** Longer requests are cut to this. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private RetryAfter() {}

  /** The time to wait, given in seconds or as a date; empty if it cannot be read. */
  static Optional<Duration> read(String header, Instant now) {
    return duration(header.strip(), now)
        .map(time -> time.isNegative() ? Duration.ZERO : time)
        .map(time -> time.compareTo(LONGEST) > 0 ? LONGEST : time);
  }

  private static Optional<Duration> duration(String header, Instant now) {
    try {
      return Optional.of(
          header.matches("\\d{1,9}(\\.\\d{1,9})?")
              ? Duration.ofMillis((long) (Double.parseDouble(header) * 1000))
              : Duration.between(
                  now,
                  ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
