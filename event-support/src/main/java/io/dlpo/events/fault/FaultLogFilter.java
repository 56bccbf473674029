package io.dlpo.events.fault;

import io.quarkus.logging.LoggingFilter;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps from the log what the connector says of a fault, with a stack trace, before {@link
 * FaultRouting} says it in one line: ten thousand malformed records would fill a disk and the time
 * of a processor. The trace of a transient fault is logged there too.
 */
@LoggingFilter(name = "dlpo-faults")
public final class FaultLogFilter implements Filter {

  /** A handler has thrown; a record goes to the dead letters. */
  private static final List<String> SAID_TWICE = List.of("SRMSG00200:", "SRMSG18202:");

  @Override
  public boolean isLoggable(LogRecord record) {
    @Nullable String message = record.getMessage();
    return message == null || SAID_TWICE.stream().noneMatch(message::startsWith);
  }
}
