package io.dlpo.contracts.crash;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A point before or after a write, in the order in which a record passes them. Some points exist in
 * all services, some in one.
 */
public enum CrashPoint {
  /** A record was read and nothing else was done. */
  RECEIVED,
  /** The model has replied; the reply is not in the ledger. */
  REPLIED,
  /** The reply is in the ledger; it has not been used. */
  REMEMBERED,
  /** The run is changed and the events are stored in a transaction that is still open. */
  COMMITTING("optimizer"),
  /** A prediction is counted; the evaluation that it completes is still open. */
  COUNTED("evaluator"),
  /** An evaluation is closed; its result is not published. */
  CLOSED("evaluator"),
  /** The broker has the result of an evaluation; the database has not recorded that. */
  ANNOUNCED("evaluator"),
  /** The record is handled and its transaction, if any, is committed; no event is published. */
  HANDLED,
  /** The broker has one of the events, and maybe others. */
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

  /** The name in settings. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The points of a service, in order. */
  public static List<CrashPoint> of(String service) {
    return Arrays.stream(values()).filter(point -> point.isOf(service)).toList();
  }

  private boolean isOf(String service) {
    return only == null ? CrashPlan.SERVICES.contains(service) : only.equals(service);
  }

  /**
   * The point of a service with the given name.
   *
   * @throws IllegalArgumentException if the service has no such point
   */
  static CrashPoint of(String service, String label) {
    return of(service).stream()
        .filter(point -> point.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown crash point '%s' of %s; use one of %s"
                        .formatted(
                            label,
                            service,
                            of(service).stream()
                                .map(CrashPoint::label)
                                .collect(Collectors.joining(", ")))));
  }
}
