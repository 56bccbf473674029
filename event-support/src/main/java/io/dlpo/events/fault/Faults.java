package io.dlpo.events.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Tells permanent faults, which lie in the record, from transient ones, which lie in the broker,
 * the database or the network. In doubt a fault is transient: a good record must never be given up.
 */
final class Faults {

  /**
   * Classes of SQLSTATE in which the database refuses the value itself: 22, data exception, and 54,
   * program limit exceeded, as by a text that is too long for an index.
   */
  private static final List<String> OF_THE_VALUE = List.of("22", "54");

  private static final List<Class<? extends Throwable>> OF_THE_RECORD =
      List.of(
          IllegalArgumentException.class,
          NullPointerException.class,
          ClassCastException.class,
          ArithmeticException.class,
          IndexOutOfBoundsException.class,
          JsonProcessingException.class,
          // The broker's own limit is below dlpo.events.max-bytes: it will refuse it every time.
          RecordTooLargeException.class);

  private Faults() {}

  /** Whether repeating the record could never help. */
  static boolean isPermanent(Throwable fault) {
    List<Throwable> chain = chain(fault);
    for (Throwable link : chain) {
      if (link instanceof PermanentFaultException) {
        return true;
      }
      if (link instanceof SQLException sql) {
        return isOfTheValue(sql);
      }
    }
    Throwable root = chain.getLast();
    return OF_THE_RECORD.stream().anyMatch(type -> type.isInstance(root));
  }

  /** Whether nothing is wrong but that the process ends. */
  static boolean isNotDone(Throwable fault) {
    return chain(fault).stream().anyMatch(NotDoneException.class::isInstance);
  }

  private static boolean isOfTheValue(SQLException fault) {
    String state = fault.getSQLState();
    return state != null && OF_THE_VALUE.stream().anyMatch(state::startsWith);
  }

  /** The fault and what it was caused by, each once. */
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
