package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.core.technique.UpdatePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outcome of an update. */
public sealed interface UpdateOutcome {

  /**
   * The edited prompts, each of which may be unchanged.
   *
   * @param prompts one per candidate, 1 or more
   * @param gradient the gradient that the update has written; empty if it was given one
   */
  record Edited(List<EditedPrompt> prompts, Optional<String> gradient) implements UpdateOutcome {

    public Edited {
      prompts = List.copyOf(prompts);
    }

    /** A single candidate. */
    Edited(EditedPrompt prompt) {
      this(List.of(prompt), Optional.empty());
    }

    /** Returns the first candidate. */
    public EditedPrompt prompt() {
      return prompts.getFirst();
    }

    /** Replaces the first candidate. */
    Edited withFirst(EditedPrompt other) {
      List<EditedPrompt> all = new ArrayList<>(prompts);
      all.set(0, other);
      return new Edited(all, gradient);
    }
  }

  /** No reply was readable. */
  record Unreadable(String reason) implements UpdateOutcome {}

  /** A call failed. */
  record Failed(CallFailure failure) implements UpdateOutcome {}

  /**
   * Applies the last reply to the plan's prompt. Candidates that cannot be read are left out as
   * long as one can.
   *
   * @param form what was asked for; a reply cannot have more candidates, nor replace a gradient
   *     that the update was given
   * @param replies the replies in request order, 1 or more
   * @param rewrites whether a reply may be a whole prompt
   */
  static UpdateOutcome of(
      UpdatePlan plan, UpdateForm form, List<UpdateReply> replies, boolean rewrites) {
    return switch (replies.getLast()) {
      case UpdateReply.Failed failed -> new Failed(failed.failure());
      case UpdateReply.Answered answer -> of(plan, form, answer, rewrites);
    };
  }

  private static UpdateOutcome of(
      UpdatePlan plan, UpdateForm form, UpdateReply.Answered answer, boolean rewrites) {
    List<EditedPrompt> prompts = new ArrayList<>();
    EditScript last = null;
    for (EditScript script : EditScript.all(answer, plan.prompt(), rewrites, form.candidates())) {
      last = script;
      if (script instanceof EditScript.Edits edits) {
        prompts.add(SentenceEditor.apply(plan.prompt(), edits, EditLimits.of(plan)));
      }
    }
    return prompts.isEmpty() && last instanceof EditScript.Unreadable unreadable
        ? new Unreadable(unreadable.reason())
        : new Edited(
            prompts,
            form.showsMistakes() ? EditScriptParser.gradient(answer.text()) : Optional.empty());
  }
}
