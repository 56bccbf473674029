package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.core.technique.UpdatePlan;
import java.util.List;

/** The outcome of an update. */
public sealed interface UpdateOutcome {

  /** The edited prompt, which may be unchanged. */
  record Edited(EditedPrompt prompt) implements UpdateOutcome {}

  /** No reply was readable. */
  record Unreadable(String reason) implements UpdateOutcome {}

  /** A call failed. */
  record Failed(CallFailure failure) implements UpdateOutcome {}

  /**
   * Applies the last reply to the plan's prompt.
   *
   * @param replies the replies in request order, 1 or more
   * @param rewrites whether a reply may be a whole prompt
   */
  static UpdateOutcome of(UpdatePlan plan, List<UpdateReply> replies, boolean rewrites) {
    return switch (replies.getLast()) {
      case UpdateReply.Failed failed -> new Failed(failed.failure());
      case UpdateReply.Answered answer ->
          switch (EditScript.parse(answer, plan.prompt(), rewrites)) {
            case EditScript.Unreadable unreadable -> new Unreadable(unreadable.reason());
            case EditScript.Edits edits ->
                new Edited(SentenceEditor.apply(plan.prompt(), edits, EditLimits.of(plan)));
          };
    };
  }
}
