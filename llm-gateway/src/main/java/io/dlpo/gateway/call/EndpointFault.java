package io.dlpo.gateway.call;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Why an attempt failed.
 *
 * @param failure reported to the user if there is no further attempt
 * @param status the HTTP status, if there was a response
 * @param retriable whether a retry may help
 * @param response what else the response says
 */
record EndpointFault(
    CallFailure failure, OptionalInt status, boolean retriable, FaultResponse response) {

  /** A fault whose response says no more. */
  EndpointFault(CallFailure failure, OptionalInt status, boolean retriable) {
    this(failure, status, retriable, FaultResponse.NONE);
  }

  FailureKind kind() {
    return failure.kind();
  }

  /** A short name of the fault for traces and metrics: the status, or else the kind. */
  String errorType() {
    return status.isPresent()
        ? String.valueOf(status.getAsInt())
        : kind().name().toLowerCase(Locale.ROOT);
  }

  /** Whether the endpoint is reachable and the fault will pass with time. */
  boolean isTransient() {
    return retriable && kind() != FailureKind.UNREACHABLE && kind() != FailureKind.UNREADABLE;
  }
}
