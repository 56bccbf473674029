package io.dlpo.events.fault;

import java.sql.SQLException;
import java.util.Locale;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** The sorts of faults for which records go to the dead letters. */
public enum DeadLetterReason {
  /** The record is not the event that its topic carries. */
  UNREADABLE,
  /** The event can be read, and asks for what cannot be done. */
  REFUSED,
  /** The record, or an event that it causes, is larger than a record may be. */
  TOO_LARGE,
  /** The database refuses a value of it. */
  DATABASE,
  /** A handler cannot cope with it: most likely a defect of the service. */
  DEFECT;

  /** As it stands in metrics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The sort of a fault that is permanent. */
  static DeadLetterReason of(Throwable fault) {
    for (Throwable link : Faults.chain(fault)) {
      switch (link) {
        case PermanentFaultException permanent -> {
          return permanent.sort();
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
