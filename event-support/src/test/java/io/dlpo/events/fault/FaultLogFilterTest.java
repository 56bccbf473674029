package io.dlpo.events.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultLogFilterTest {

  private final FaultLogFilter filter = new FaultLogFilter();

  @ParameterizedTest
  @CsvSource({
    "SRMSG00200: The method %s has thrown an exception, false",
    "SRMSG18202: A message sent to channel `%s` has been nacked, false",
    "SRMSG00201: Error caught while processing, true",
    "SRMSG18203: A message has been nacked and fails the channel, true",
    "to the dead-letter topic: SRMSG00200:, true"
  })
  void shouldKeepBackOnlyWhatIsSaidElsewhere(String message, boolean logged) {
    assertThat(filter.isLoggable(new LogRecord(Level.SEVERE, message))).isEqualTo(logged);
  }

  @Test
  void shouldPassOnARecordWithoutAMessage() {
    assertThat(filter.isLoggable(new LogRecord(Level.SEVERE, null))).isTrue();
  }
}
