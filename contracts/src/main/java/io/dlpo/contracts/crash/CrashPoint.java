package io.dlpo.contracts.crash;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place before or after a write, in the order in which a record passes them. A service has the
 * points of all services and those of its own.
 */
public enum CrashPoint {
  /** A record was read; nothing was done about it. */
  RECEIVED,
  /** The model has answered; the ledger does not know it yet. */
  REPLIED,
  /** The ledger has the reply; nobody has used it. */
  REMEMBERED,
  /** The run is changed and the events are stored, all in a transaction that is still open. */
  COMMITTING("optimizer"),
  /** A prediction is counted; an evaluation that is complete with it is still open. */
  COUNTED("evaluator"),
  /** An evaluation is closed; its result is not published. */
  CLOSED("evaluator"),
  /** The broker has the result of an evaluation; the database does not know that it has. */
  ANNOUNCED("evaluator"),
  /** The record is handled, and the transaction over if there was one; no event is published. */
  HANDLED,
  /** The broker has one of the events; whether it has the others is open. */
  PUBLISHING,
  /** The broker has all events; the record is not acknowledged. */
  PUBLISHED;

  private final @Nullable String only;

  CrashPoint() {
    this.only = null;
  }

  CrashPoint(String only) {
    this.only = only;
  }

  /** As it is written in a setting. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The points that a service has, in their order. */
  public static List<CrashPoint> of(String service) {
    return Arrays.stream(values()).filter(point -> point.isOf(service)).toList();
  }

  private boolean isOf(String service) {
    return only == null ? CrashPlan.SERVICES.contains(service) : only.equals(service);
  }

  /**
   * The point of a service with a name.
   *
   * @throws IllegalArgumentException if the service has none of this name
   */
  static CrashPoint of(String service, String label) {
    return of(service).stream()
        .filter(point -> point.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "crash point '%s' of %s is unknown; allowed are %s"
                        .formatted(
                            label,
                            service,
                            of(service).stream()
                                .map(CrashPoint::label)
                                .collect(Collectors.joining(", ")))));
  }
}
