package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.core.technique.UpdatePlan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The requests of an update to the backward model: the contrast if configured, the edits, and the
 * regularization of the result if configured. It is a pure function of the replies so far. An
 * unreadable contrast or an unreadable reply with edits is requested once more, with the problem
 * described. If the contrast or the regularization stays unreadable, the update continues without
 * it. A failed call ends the update.
 *
 * @param plan the plan of the update
 * @param engine the backward model
 * @param sampleScope scope within which a sampled reply may be shared
 * @param requester identity of the requesting work
 */
public record UpdateDialogue(UpdatePlan plan, Engine engine, String sampleScope, String requester) {

  /** Returns the next request, or empty if there is none. */
  public Optional<UpdateRequest> next(List<UpdateReply> replies) {
    if (!replies.isEmpty() && replies.getLast() instanceof UpdateReply.Failed) {
      return Optional.empty();
    }
    List<UpdateReply.Answered> edits = of(CallPurpose.UPDATE, replies);
    if (plan.contrast() != null && edits.isEmpty()) {
      UpdateRequest first =
          ContrastText.request(plan.contrast(), engine, sampleScope, requester + ":contrast");
      List<UpdateReply.Answered> contrasts = of(CallPurpose.CONTRAST, replies);
      if (contrasts.isEmpty()) {
        return Optional.of(first);
      }
      Optional<String> problem = ContrastText.read(contrasts.getLast()).problem();
      if (problem.isPresent() && contrasts.size() == 1) {
        return first.again(problem.get());
      }
    }
    if (edits.isEmpty()) {
      return Optional.of(update(replies));
    }
    if (edits.size() == 1
        && EditScript.parse(edits.getFirst()) instanceof EditScript.Unreadable unreadable) {
      return update(replies).again(unreadable.hint());
    }
    return of(CallPurpose.REGULARIZATION, replies).isEmpty()
        ? regularizer(edits.getLast()).map(this::regularization)
        : Optional.empty();
  }

  private UpdateRequest update(List<UpdateReply> replies) {
    return UpdateText.request(found(replies), engine, sampleScope, requester);
  }

  private UpdateRequest regularization(Regularizer regularizer) {
    return regularizer.request(
        Objects.requireNonNull(plan.regularization(), "regularization is off"),
        engine,
        sampleScope,
        requester + ":regularization");
  }

  /** Returns the regularization pass. Empty if it is off or the update has changed nothing. */
  private Optional<Regularizer> regularizer(UpdateReply.Answered update) {
    return plan.regularization() != null
            && UpdateOutcome.of(plan, List.of(update)) instanceof UpdateOutcome.Edited edited
            && !edited.prompt().text().equals(plan.prompt().text())
        ? Optional.of(new Regularizer(plan, edited.prompt()))
        : Optional.empty();
  }

  /**
   * Returns the outcome of the update.
   *
   * @param replies all replies, 1 or more
   */
  public UpdateOutcome outcome(List<UpdateReply> replies) {
    List<UpdateReply.Answered> passes = of(CallPurpose.REGULARIZATION, replies);
    if (passes.isEmpty() || replies.getLast() instanceof UpdateReply.Failed) {
      return UpdateOutcome.of(plan, replies);
    }
    UpdateReply.Answered update = of(CallPurpose.UPDATE, replies).getLast();
    Optional<Regularizer> regularizer = regularizer(update);
    return regularizer.isPresent()
            && EditScript.parse(passes.getLast()) instanceof EditScript.Edits edits
        ? new UpdateOutcome.Edited(regularizer.get().apply(edits))
        : UpdateOutcome.of(plan, List.of(update));
  }

  /** Returns the plan with the features that the contrast has found. */
  private UpdatePlan found(List<UpdateReply> replies) {
    List<UpdateReply.Answered> contrasts = of(CallPurpose.CONTRAST, replies);
    return contrasts.isEmpty()
        ? plan
        : ContrastText.read(contrasts.getLast()).features().map(plan::withFeatures).orElse(plan);
  }

  private static List<UpdateReply.Answered> of(CallPurpose kind, List<UpdateReply> replies) {
    return replies.stream()
        .filter(UpdateReply.Answered.class::isInstance)
        .map(UpdateReply.Answered.class::cast)
        .filter(answer -> answer.kind() == kind)
        .toList();
  }
}
