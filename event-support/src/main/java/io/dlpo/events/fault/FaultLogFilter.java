package io.dlpo.events.fault;

import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Drops the connector's log entries for faults, with their stack traces; {@link FaultRouting} logs
 * each fault in one line. Ten thousand malformed records would otherwise fill a disk. The stack
 * trace of a transient fault is logged there too.
 */
public final class FaultLogFilter implements Filter {

  /** Logged when a handler throws, and when a record goes to the dead-letter topic. */
  private static final List<String> DUPLICATES = List.of("SRMSG00200:", "SRMSG18202:");

  @Override
  public boolean isLoggable(LogRecord record) {
    @Nullable String message = record.getMessage();
    return message == null || DUPLICATES.stream().noneMatch(message::startsWith);
  }
}
