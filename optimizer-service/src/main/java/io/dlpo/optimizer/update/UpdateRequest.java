package io.dlpo.optimizer.update;

import io.dlpo.contracts.evaluation.Engine;
import java.util.Optional;

/**
 * What the backward model is asked for an update.
 *
 * @param engine the backward model
 * @param system its role
 * @param user sentences, gradient and limit
 * @param sampleScope within which a sampled reply may be shared
 * @param attempt 0, or 1 after an unreadable reply
 * @param requester identity of the asking work, for the ledger
 */
public record UpdateRequest(
    Engine engine, String system, String user, String sampleScope, int attempt, String requester) {

  /** The request to follow a reply: once more, with what was wrong, if it could not be read. */
  Optional<UpdateRequest> after(UpdateReply reply) {
    if (attempt > 0
        || !(reply instanceof UpdateReply.Answered answer)
        || !(EditScript.parse(answer) instanceof EditScript.Unreadable unreadable)) {
      return Optional.empty();
    }
    return Optional.of(
        new UpdateRequest(
            engine,
            system,
            user
                + "\n\nYour last reply could not be used: "
                + unreadable.reason()
                + ". Reply with the JSON object only.",
            sampleScope,
            attempt + 1,
            requester + ":" + (attempt + 1)));
  }
}
