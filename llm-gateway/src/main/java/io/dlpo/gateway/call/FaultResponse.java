package io.dlpo.gateway.call;

import io.dlpo.contracts.evaluation.Tokens;
import java.time.Duration;

/**
 * What the response of a failed attempt says besides its status.
 *
 * @param body the body; empty if there is none
 * @param used tokens that the endpoint counted, and charges, for a reply without an answer
 * @param retryAfter how long the endpoint asks for no calls; zero if it does not
 */
record FaultResponse(String body, Tokens used, Duration retryAfter) {

  static final FaultResponse NONE = new FaultResponse("", Tokens.NONE, Duration.ZERO);

  static FaultResponse used(Tokens tokens) {
    return new FaultResponse("", tokens, Duration.ZERO);
  }
}
