package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;

/**
 * A request to the backward model during an update.
 *
 * @param kind what is asked for: the contrast, the edits or the regularization
 * @param engine the backward model
 * @param system system message
 * @param user user message with sentences, gradient and limit
 * @param scope the same sentences and limit as structured data
 * @param form what an update asks for; the default for other kinds
 * @param sampleScope scope within which a sampled reply may be shared
 * @param attempt 0, or 1 after a reply that is unreadable or repeats a rejected candidate
 * @param requester identity of the requesting work, for the ledger
 */
public record UpdateRequest(
    CallPurpose kind,
    Engine engine,
    String system,
    String user,
    EditScope scope,
    UpdateForm form,
    String sampleScope,
    int attempt,
    String requester) {

  public UpdateRequest {
    if (!kind.isUpdate()) {
      throw new IllegalArgumentException(
          "UpdateRequest.kind is " + kind + "; must be CONTRAST, UPDATE or REGULARIZATION");
    }
  }

  /** Returns the form that the reply should have. */
  public ReplySchema replySchema() {
    return ReplySchema.of(kind, form);
  }

  /** Returns the request for a second attempt after a reply that cannot be used. */
  UpdateRequest again(String problem) {
    return again(problem, "");
  }

  /**
   * @param offer what the reply may be instead, as a sentence after a blank; may be empty
   */
  UpdateRequest again(String problem, String offer) {
    return followedBy(
        "Your last reply could not be used: "
            + problem
            + ". Reply with the JSON object only."
            + offer);
  }

  /** Returns the request for a second attempt. */
  UpdateRequest followedBy(String remark) {
    return new UpdateRequest(
        kind,
        engine,
        system,
        user + "\n\n" + remark,
        scope,
        form,
        sampleScope,
        attempt + 1,
        requester + ":" + (attempt + 1));
  }
}
