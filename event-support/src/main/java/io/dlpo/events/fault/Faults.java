package io.dlpo.events.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Tells permanent faults, caused by the record, from transient ones, caused by the broker, the
 * database or the network. In doubt a fault is transient, because a good record must never be lost.
 */
final class Faults {

  /**
   * SQLSTATE classes in which the database rejects the value itself: 22 (data exception) and 54
   * (program limit exceeded, such as a text too long for an index).
   */
  private static final List<String> VALUE_STATES = List.of("22", "54");

  private static final List<Class<? extends Throwable>> RECORD_FAULTS =
      List.of(
          IllegalArgumentException.class,
          NullPointerException.class,
          ClassCastException.class,
          ArithmeticException.class,
          IndexOutOfBoundsException.class,
          JsonProcessingException.class,
          // The broker's limit is below dlpo.events.max-bytes, so it always refuses the record.
          RecordTooLargeException.class);

  private Faults() {}

  /** Whether a retry can never succeed. */
  static boolean isPermanent(Throwable fault) {
    List<Throwable> chain = chain(fault);
    for (Throwable link : chain) {
      if (link instanceof PermanentFaultException) {
        return true;
      }
      if (link instanceof NewerVersionException) {
        return false;
      }
      if (link instanceof SQLException sql) {
        return rejectsValue(sql);
      }
    }
    Throwable root = chain.getLast();
    return RECORD_FAULTS.stream().anyMatch(type -> type.isInstance(root));
  }

  /** Whether only a newer version of this process can handle the record. */
  static boolean isNewer(Throwable fault) {
    return chain(fault).stream().anyMatch(NewerVersionException.class::isInstance);
  }

  /** Whether the only cause is the shutdown of the process. */
  static boolean isShutdown(Throwable fault) {
    return chain(fault).stream().anyMatch(ShutdownException.class::isInstance);
  }

  private static boolean rejectsValue(SQLException fault) {
    String state = fault.getSQLState();
    return state != null && VALUE_STATES.stream().anyMatch(state::startsWith);
  }

  /** The fault and its causes, each once. */
  static List<Throwable> chain(Throwable fault) {
    List<Throwable> chain = new ArrayList<>();
    @Nullable Throwable link = fault;
    while (link != null && !chain.contains(link)) {
      chain.add(link);
      link = link.getCause();
    }
    return chain;
  }
}
