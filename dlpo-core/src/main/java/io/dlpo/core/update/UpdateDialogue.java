package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.core.technique.UpdatePlan;
import io.dlpo.core.update.UpdateRequest.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an update asks of the backward model: the contrast if there is one, the edits, and the
 * regularization of what came out if there is one. A pure function of the replies so far. Contrast
 * and edits that cannot be read are asked for once more with what was wrong; without a readable
 * contrast or regularization the update does without, and a failed call ends it.
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
    if (edits.size() == 1
        && EditScript.parse(edits.getFirst()) instanceof EditScript.Unreadable unreadable) {
      return update.again(unreadable.reason());
    }
    return of(Kind.REGULARIZATION, replies).isEmpty()
        ? regularizer(edits.getLast()).map(this::regularization)
        : Optional.empty();
  }

  private UpdateRequest regularization(Regularizer regularizer) {
    return regularizer.request(
        Objects.requireNonNull(plan.regularization(), "regularization is off"),
        engine,
        sampleScope,
        requester + ":regularization");
  }

  /** The pass after the update; empty if there is none, or the update has changed nothing. */
  private Optional<Regularizer> regularizer(UpdateReply.Answered update) {
    return plan.regularization() != null
            && UpdateOutcome.of(plan, List.of(update)) instanceof UpdateOutcome.Edited edited
            && !edited.prompt().text().equals(plan.prompt().text())
        ? Optional.of(new Regularizer(plan, edited.prompt()))
        : Optional.empty();
  }

  /**
   * What became of the update.
   *
   * @param replies all replies, 1 or more
   */
  public UpdateOutcome outcome(List<UpdateReply> replies) {
    List<UpdateReply.Answered> passes = of(Kind.REGULARIZATION, replies);
    if (passes.isEmpty() || replies.getLast() instanceof UpdateReply.Failed) {
      return UpdateOutcome.of(plan, replies);
    }
    UpdateReply.Answered update = of(Kind.UPDATE, replies).getLast();
    Optional<Regularizer> regularizer = regularizer(update);
    return regularizer.isPresent()
            && EditScript.parse(passes.getLast()) instanceof EditScript.Edits edits
        ? new UpdateOutcome.Edited(regularizer.get().apply(edits))
        : UpdateOutcome.of(plan, List.of(update));
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
