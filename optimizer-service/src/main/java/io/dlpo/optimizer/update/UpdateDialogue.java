package io.dlpo.optimizer.update;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.optimizer.technique.UpdatePlan;
import io.dlpo.optimizer.update.UpdateRequest.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What an update asks of the backward model: the contrast if there is one, then the edits. A pure
 * function of the replies so far. A reply that cannot be read is asked for once more with what was
 * wrong; without a readable contrast the update does without, and a failed call ends it.
 *
 * @param plan the update as the techniques shape it
 * @param engine the backward model
 * @param sampleScope within which a sampled reply may be shared
 * @param requester identity of the asking work
 */
public record UpdateDialogue(UpdatePlan plan, Engine engine, String sampleScope, String requester) {

  /** The next request; empty when nothing is left to ask. */
  public Optional<UpdateRequest> next(List<UpdateReply> replies) {
    if (!replies.isEmpty() && replies.getLast() instanceof UpdateReply.Failed) {
      return Optional.empty();
    }
    List<UpdateReply.Answered> edits = of(Kind.UPDATE, replies);
    if (plan.contrast() != null && edits.isEmpty()) {
      UpdateRequest first =
          ContrastText.request(plan.contrast(), engine, sampleScope, requester + ":contrast");
      List<UpdateReply.Answered> contrasts = of(Kind.CONTRAST, replies);
      if (contrasts.isEmpty()) {
        return Optional.of(first);
      }
      Optional<String> problem = ContrastText.read(contrasts.getLast()).problem();
      if (problem.isPresent() && contrasts.size() == 1) {
        return first.again(problem.get());
      }
    }
    UpdateRequest update = UpdateText.request(found(replies), engine, sampleScope, requester);
    if (edits.isEmpty()) {
      return Optional.of(update);
    }
    return edits.size() == 1
            && EditScript.parse(edits.getFirst()) instanceof EditScript.Unreadable unreadable
        ? update.again(unreadable.reason())
        : Optional.empty();
  }

  /**
   * What became of the update.
   *
   * @param replies all replies, 1 or more
   */
  public UpdateOutcome outcome(List<UpdateReply> replies) {
    return UpdateOutcome.of(plan, replies);
  }

  /** The plan with what the contrast has found. */
  private UpdatePlan found(List<UpdateReply> replies) {
    List<UpdateReply.Answered> contrasts = of(Kind.CONTRAST, replies);
    return contrasts.isEmpty()
        ? plan
        : ContrastText.read(contrasts.getLast()).features().map(plan::withFeatures).orElse(plan);
  }

  private static List<UpdateReply.Answered> of(Kind kind, List<UpdateReply> replies) {
    return replies.stream()
        .filter(UpdateReply.Answered.class::isInstance)
        .map(UpdateReply.Answered.class::cast)
        .filter(answer -> answer.kind() == kind)
        .toList();
  }
}
