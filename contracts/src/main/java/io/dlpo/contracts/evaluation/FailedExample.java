package io.dlpo.contracts.evaluation;

import java.util.Objects;

/**
 * An example without a usable reply.
 *
 * @param exampleId the example
 * @param kind the kind of failure
 * @param message for the user, as in {@link CallFailure}; truncated to {@value #MAX_MESSAGE}
 *     characters
 */
public record FailedExample(String exampleId, FailureKind kind, String message) {

  public static final int MAX_MESSAGE = 300;

  public FailedExample {
    Objects.requireNonNull(exampleId, "FailedExample.exampleId is missing");
    Objects.requireNonNull(kind, "FailedExample.kind is missing");
    Objects.requireNonNull(message, "FailedExample.message is missing");
    message = message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message;
  }

  /** The failure of an example's call. */
  public static FailedExample of(String exampleId, CallFailure failure) {
    return new FailedExample(exampleId, failure.kind(), failure.message());
  }
}
