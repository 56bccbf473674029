package io.dlpo.events.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogLineFilterTest {

  private static final String FORGED = "x\n2026-11-29 12:00:00 ERROR forged";

  private final LogLineFilter filter = new LogLineFilter();

  @Test
  void shouldKeepAValueFromOutsideOnItsLine() {
    // Given
    ExtLogRecord record =
        new ExtLogRecord(Level.ERROR, "%s failed", ExtLogRecord.FormatStyle.PRINTF, "test");
    record.setParameters(new Object[] {FORGED});

    // When
    boolean logged = filter.isLoggable(record);

    // Then
    assertThat(logged).isTrue();
    assertThat(shown(record)).isEqualTo("x\\n2026-11-29 12:00:00 ERROR forged failed");
  }

  @ParameterizedTest
  @CsvSource({"27, \\u001b", "13, \\r", "0, \\u0000", "133, \\u0085", "8232, \\u2028"})
  void shouldEscapeWhatATerminalObeys(int character, String escaped) {
    // Given
    ExtLogRecord record = new ExtLogRecord(Level.INFO, "a" + (char) character + "b", "test");

    // When
    filter.isLoggable(record);

    // Then
    assertThat(shown(record)).isEqualTo("a" + escaped + "b");
  }

  @Test
  void shouldLeaveOtherMessagesAlone() {
    // Given
    ExtLogRecord record =
        new ExtLogRecord(
            Level.INFO,
            "run {0}: 100 %\tdone, 日本",
            ExtLogRecord.FormatStyle.MESSAGE_FORMAT,
            "test");
    record.setParameters(new Object[] {"r"});
    IOException thrown = new IOException("away");
    record.setThrown(thrown);

    // When
    filter.isLoggable(record);

    // Then
    assertThat(record.getMessage()).isEqualTo("run {0}: 100 %\tdone, 日本");
    assertThat(record.getThrown()).isSameAs(thrown);
  }

  @Test
  void shouldPrintAnExceptionWithItsCausesAndTheirMessagesEscaped() {
    // Given
    IllegalStateException thrown =
        new IllegalStateException("outer", new IOException("cause " + FORGED));
    thrown.addSuppressed(new IOException("suppressed " + FORGED));
    ExtLogRecord record = new ExtLogRecord(Level.ERROR, "failed", "test");
    record.setThrown(thrown);

    // When
    filter.isLoggable(record);

    // Then
    assertThat(printed(record.getThrown()))
        .isEqualTo(printed(thrown).replace(FORGED, FORGED.replace("\n", "\\n")));
  }

  @Test
  void shouldEndWithAnExceptionThatIsItsOwnCause() {
    // Given
    IOException first = new IOException(FORGED);
    IOException second = new IOException("second", first);
    first.initCause(second);
    ExtLogRecord record = new ExtLogRecord(Level.ERROR, "failed", "test");
    record.setThrown(first);

    // When
    filter.isLoggable(record);

    // Then
    assertThat(printed(record.getThrown())).contains("x\\n2026").contains("second");
  }

  @Test
  void shouldDropWhatIsSaidElsewhere() {
    assertThat(filter.isLoggable(new ExtLogRecord(Level.ERROR, "SRMSG00200: thrown", "test")))
        .isFalse();
  }

  private static String shown(ExtLogRecord record) {
    return new PatternFormatter("%s").format(record);
  }

  private static String printed(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
