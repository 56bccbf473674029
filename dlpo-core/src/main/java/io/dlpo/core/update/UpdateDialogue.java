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
 * described. So are edits that make a candidate again that was rejected before, with what was
 * tried. If the contrast or the regularization stays unreadable, the update continues without it. A
 * failed call ends the update.
 *
 * @param plan the plan of the update
 * @param engine the backward model
 * @param sampleScope scope within which a sampled reply may be shared
 * @param requester identity of the requesting work
 * @param rejected candidates that are not scored again
 * @param rewrites whether the model may write the whole prompt if it cannot write edits
 */
public record UpdateDialogue(
    UpdatePlan plan,
    Engine engine,
    String sampleScope,
    String requester,
    RejectedPrompts rejected,
    boolean rewrites) {

  /** An update of a run that has rejected no candidate. */
  public UpdateDialogue(UpdatePlan plan, Engine engine, String sampleScope, String requester) {
    this(plan, engine, sampleScope, requester, RejectedPrompts.NONE, true);
  }

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
        return Optional.of(first.again(problem.get()));
      }
    }
    if (edits.isEmpty()) {
      return Optional.of(update(replies));
    }
    if (edits.size() == 1 && read(edits.getFirst()) instanceof EditScript.Unreadable unreadable) {
      return Optional.of(
          rewrites
              ? update(replies).again(unreadable.hint(), RewrittenPrompt.OFFER)
              : update(replies).again(unreadable.hint()));
    }
    Optional<UpdateRequest> pass =
        isPass(replies.getLast())
            ? Optional.empty()
            : regularizer(edits.getLast()).map(this::regularization);
    return pass.isPresent() || edits.size() > 1 ? pass : another(replies);
  }

  private EditScript read(UpdateReply.Answered reply) {
    return EditScript.parse(reply, plan.prompt(), rewrites);
  }

  /** Returns the request for other edits if these make a rejected candidate again. */
  private Optional<UpdateRequest> another(List<UpdateReply> replies) {
    return outcome(replies) instanceof UpdateOutcome.Edited edited
        ? rejected
            .find(edited.prompt().text())
            .map(known -> update(replies).followedBy(rejected.described(plan.prompt(), known)))
        : Optional.empty();
  }

  private static boolean isPass(UpdateReply reply) {
    return reply instanceof UpdateReply.Answered answer
        && answer.kind() == CallPurpose.REGULARIZATION;
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
            && UpdateOutcome.of(plan, List.of(update), rewrites)
                instanceof UpdateOutcome.Edited edited
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
    if (!isPass(replies.getLast())) {
      return UpdateOutcome.of(plan, replies, rewrites);
    }
    UpdateReply.Answered update = of(CallPurpose.UPDATE, replies).getLast();
    UpdateReply.Answered pass = of(CallPurpose.REGULARIZATION, replies).getLast();
    Optional<Regularizer> regularizer = regularizer(update);
    return regularizer
        .flatMap(shortening -> shortening.apply(pass))
        .<UpdateOutcome>map(UpdateOutcome.Edited::new)
        .orElseGet(() -> UpdateOutcome.of(plan, List.of(update), rewrites));
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
