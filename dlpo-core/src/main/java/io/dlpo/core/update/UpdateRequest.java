package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.Engine;
import java.util.Optional;

/**
 * What the backward model is asked in the course of an update.
 *
 * @param kind what it is asked for
 * @param engine the backward model
 * @param system its role
 * @param user sentences, gradient and limit
 * @param sampleScope within which a sampled reply may be shared
 * @param attempt 0, or 1 after an unreadable reply
 * @param requester identity of the asking work, for the ledger
 */
public record UpdateRequest(
    Kind kind,
    Engine engine,
    String system,
    String user,
    String sampleScope,
    int attempt,
    String requester) {

  /** What is asked for. */
  public enum Kind {
    /** What good prompts have and bad ones have. */
    CONTRAST,
    /** The edits. */
    UPDATE,
    /** Edits that make the updated prompt shorter or simpler. */
    REGULARIZATION
  }

  /** The same request once more; empty if it was repeated before. */
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
            sampleScope,
            attempt + 1,
            requester + ":" + (attempt + 1)));
  }
}
