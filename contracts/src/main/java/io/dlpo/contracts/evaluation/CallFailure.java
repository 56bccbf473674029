package io.dlpo.contracts.evaluation;

import java.util.Objects;

/**
 * A failed call.
 *
 * @param kind the kind of failure
 * @param message for the user: names the model and quotes the endpoint, never contains a key;
 *     truncated to {@value #MAX_MESSAGE} characters
 */
public record CallFailure(FailureKind kind, String message) {

  public static final int MAX_MESSAGE = 500;

  public CallFailure {
    Objects.requireNonNull(kind, "CallFailure.kind is missing");
    Objects.requireNonNull(message, "CallFailure.message is missing");
    message = message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message;
  }
}
