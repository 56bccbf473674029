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
 * @param form what an update asks for
 */
public record UpdateDialogue(
    UpdatePlan plan,
    Engine engine,
    String sampleScope,
    String requester,
    RejectedPrompts rejected,
    boolean rewrites,
    UpdateForm form) {

  /** An update of a run that has rejected no candidate. */
  public UpdateDialogue(UpdatePlan plan, Engine engine, String sampleScope, String requester) {
    this(plan, engine, sampleScope, requester, RejectedPrompts.NONE, true, UpdateForm.DEFAULT);
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
    Optional<String> unreadable = hint(edits.getFirst());
    if (edits.size() == 1 && unreadable.isPresent()) {
      return Optional.of(
          rewrites
              ? update(replies).again(unreadable.get(), RewrittenPrompt.OFFER)
              : update(replies).again(unreadable.get()));
    }
    Optional<UpdateRequest> pass =
        isPass(replies.getLast())
            ? Optional.empty()
            : regularizer(edits.getLast()).map(this::regularization);
    return pass.isPresent() || edits.size() > 1 ? pass : another(replies);
  }

  /** Returns what the model is told if none of the candidates in its reply can be read. */
  private Optional<String> hint(UpdateReply.Answered reply) {
    List<EditScript> scripts = EditScript.all(reply, plan.prompt(), rewrites, form.candidates());
    return scripts.stream().allMatch(EditScript.Unreadable.class::isInstance)
            && scripts.getLast() instanceof EditScript.Unreadable unreadable
        ? Optional.of(unreadable.hint())
        : Optional.empty();
  }

  /** Returns the request for other edits if all of these make a rejected candidate again. */
  private Optional<UpdateRequest> another(List<UpdateReply> replies) {
    return outcome(replies) instanceof UpdateOutcome.Edited edited
            && edited.prompts().stream()
                .allMatch(prompt -> rejected.find(prompt.text()).isPresent())
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
    return UpdateText.request(found(replies), form, rejected, engine, sampleScope, requester);
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
            && UpdateOutcome.of(plan, form, List.of(update), rewrites)
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
      return UpdateOutcome.of(plan, form, replies, rewrites);
    }
    UpdateReply.Answered update = of(CallPurpose.UPDATE, replies).getLast();
    UpdateReply.Answered pass = of(CallPurpose.REGULARIZATION, replies).getLast();
    UpdateOutcome updated = UpdateOutcome.of(plan, form, List.of(update), rewrites);
    return updated instanceof UpdateOutcome.Edited edited
        ? regularizer(update)
            .flatMap(shortening -> shortening.apply(pass))
            .<UpdateOutcome>map(edited::withFirst)
            .orElse(updated)
        : updated;
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
