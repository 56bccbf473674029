package io.dlpo.events.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Formats a message as a JSON object on one line, with the field names of Quarkus' JSON logs. The
 * formatter of the log manager itself needs a library that its class loader does not see.
 */
final class JsonLogFormatter extends ExtFormatter {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public String format(ExtLogRecord record) {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("timestamp", record.getInstant().toString());
    line.put("level", record.getLevel().getName());
    line.put("loggerName", record.getLoggerName());
    line.put("message", formatMessage(record));
    line.put("threadName", record.getThreadName());
    ObjectNode context = line.putObject("mdc");
    record.getMdcCopy().forEach(context::put);
    @Nullable Throwable thrown = record.getThrown();
    if (thrown != null) {
      ObjectNode exception = line.putObject("exception");
      exception.put("exceptionType", thrown.getClass().getName());
      exception.put("message", thrown.getMessage());
      exception.put("stackTrace", stackTrace(thrown));
    }
    return line + System.lineSeparator();
  }

  private static String stackTrace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
