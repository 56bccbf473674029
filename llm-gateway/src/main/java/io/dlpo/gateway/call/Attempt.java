package io.dlpo.gateway.call;

import java.time.Duration;

/** The result of one attempt. */
sealed interface Attempt {

  /** The call is over: with a reply, or because no reply is needed. */
  record Ended(CallOutcome outcome) implements Attempt {}

  /**
   * The attempt failed.
   *
   * @param fault the reason
   * @param took time since the request was sent
   */
  record Faulty(EndpointFault fault, Duration took) implements Attempt {}
}
