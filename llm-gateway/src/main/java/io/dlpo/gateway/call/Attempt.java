package io.dlpo.gateway.call;

import java.time.Duration;

/** What came of one attempt. */
sealed interface Attempt {

  /** There is a reply. */
  record Ended(CallOutcome outcome) implements Attempt {}

  /**
   * There is none.
   *
   * @param fault why
   * @param took from sending the request
   */
  record Faulty(EndpointFault fault, Duration took) implements Attempt {}
}
