package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import java.util.Optional;

/**
 * A request to the backward model during an update.
 *
 * @param kind what is asked for: the contrast, the edits or the regularization
 * @param engine the backward model
 * @param system system message
 * @param user user message with sentences, gradient and limit
 * @param scope the same sentences and limit as structured data
 * @param sampleScope scope within which a sampled reply may be shared
 * @param attempt 0, or 1 after an unreadable reply
 * @param requester identity of the requesting work, for the ledger
 */
public record UpdateRequest(
    CallPurpose kind,
    Engine engine,
    String system,
    String user,
    EditScope scope,
    String sampleScope,
    int attempt,
    String requester) {

  public UpdateRequest {
    if (!kind.isUpdate()) {
      throw new IllegalArgumentException(
          "UpdateRequest.kind is " + kind + "; must be CONTRAST, UPDATE or REGULARIZATION");
    }
  }

  /** Returns the request for a second attempt, or empty if this is already the second. */
  Optional<UpdateRequest> again(String problem) {
    if (attempt > 0) {
      return Optional.empty();
    }
    return Optional.of(
        new UpdateRequest(
            kind,
            engine,
            system,
            user
                + "\n\nYour last reply could not be used: "
                + problem
                + ". Reply with the JSON object only.",
            scope,
            sampleScope,
            attempt + 1,
            requester + ":" + (attempt + 1)));
  }
}
