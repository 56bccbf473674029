package io.dlpo.gateway.call;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import java.util.OptionalInt;

/**
 * What went wrong in one attempt.
 *
 * @param failure what the user is told if no other attempt is made
 * @param status of HTTP, if it was told by one
 * @param retriable whether another attempt may help
 */
record EndpointFault(CallFailure failure, OptionalInt status, boolean retriable) {

  FailureKind kind() {
    return failure.kind();
  }

  /** Whether the endpoint is there and will get over it, so that only time is needed. */
  boolean passes() {
    return retriable && kind() != FailureKind.UNREACHABLE && kind() != FailureKind.UNREADABLE;
  }
}
