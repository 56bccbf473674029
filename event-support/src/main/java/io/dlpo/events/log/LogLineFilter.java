package io.dlpo.events.log;

import io.dlpo.events.fault.FaultLogFilter;
import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each log entry on its own lines: escapes the control characters in messages, also in those
 * of libraries, so that no value from outside can end a line and forge the next one. Drops the
 * entries that {@link FaultLogFilter} drops; a handler has one filter.
 */
@LoggingFilter(name = "dlpo-lines")
public final class LogLineFilter implements Filter {

  private final FaultLogFilter faults = new FaultLogFilter();
  private final PatternFormatter message = new PatternFormatter("%s");

  @Override
  public boolean isLoggable(LogRecord record) {
    if (!faults.isLoggable(record)) {
      return false;
    }
    if (record instanceof ExtLogRecord extended) {
      escapeMessage(extended);
    }
    @Nullable Throwable thrown = record.getThrown();
    if (thrown != null) {
      record.setThrown(PrintableThrowable.of(thrown));
    }
    return true;
  }

  private void escapeMessage(ExtLogRecord record) {
    String text = message.format(record);
    if (!PrintableText.isPrintable(text)) {
      record.setMessage(PrintableText.of(text), ExtLogRecord.FormatStyle.NO_FORMAT);
    }
  }
}
