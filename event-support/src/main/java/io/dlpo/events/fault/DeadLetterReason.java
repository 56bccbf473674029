package io.dlpo.events.fault;

import java.sql.SQLException;
import java.util.Locale;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** The kinds of faults that send a record to the dead-letter topic. */
public enum DeadLetterReason {
  /** The record is not a valid event of its topic. */
  UNREADABLE,
  /** The event is valid but cannot be processed. */
  REFUSED,
  /** The record, or an event that it causes, exceeds the size limit. */
  TOO_LARGE,
  /** The database rejects a value of the event. */
  DATABASE,
  /** It needs a newer version of the service, and none has taken it over in time. */
  NEWER_VERSION,
  /** A handler fails on it, most likely because of a bug in the service. */
  DEFECT;

  /** The label value in metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a permanent fault. */
  static DeadLetterReason of(Throwable fault) {
    for (Throwable link : Faults.chain(fault)) {
      switch (link) {
        case PermanentFaultException permanent -> {
          return permanent.kind();
        }
        case NewerVersionException newer -> {
          return NEWER_VERSION;
        }
        case SQLException refused -> {
          return DATABASE;
        }
        case RecordTooLargeException tooLarge -> {
          return TOO_LARGE;
        }
        default -> {}
      }
    }
    return DEFECT;
  }
}
