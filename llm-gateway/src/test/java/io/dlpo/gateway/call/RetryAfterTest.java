package io.dlpo.gateway.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @ParameterizedTest
  @CsvSource({"0,0", "3,3000", "' 12 ',12000", "0.25,250", "86400,3600000"})
  void shouldReadSecondsUpToAnHour(String header, long millis) {
    assertThat(RetryAfter.read(header, NOW)).contains(Duration.ofMillis(millis));
  }

  @Test
  void shouldReadADate() {
    assertThat(RetryAfter.read("Mon, 23 Nov 2026 10:00:07 GMT", NOW))
        .contains(Duration.ofSeconds(7));
    assertThat(RetryAfter.read("Mon, 23 Nov 2026 09:00:00 GMT", NOW)).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1e9", "99999999999999999999"})
  void shouldTakeNothingFromWhatItCannotRead(String header) {
    assertThat(RetryAfter.read(header, NOW)).isEmpty();
  }
}
