package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.technique.StepView;
import io.dlpo.core.technique.Technique;
import io.dlpo.core.technique.UpdatePlan;
import java.util.List;

/** Forms, plans and replies of updates for tests. */
final class Updates {

  /** Three candidates from a gradient. */
  static final UpdateForm THREE = new UpdateForm(CritiqueMode.MERGED, 3, 0);

  /** One candidate from mistakes. */
  static final UpdateForm JOINT = new UpdateForm(CritiqueMode.JOINT, 1, 0);

  /** Three candidates from mistakes. */
  static final UpdateForm JOINT_THREE = new UpdateForm(CritiqueMode.JOINT, 3, 0);

  private Updates() {}

  static UpdatePlan plan(Prompt prompt, String gradient, Technique... techniques) {
    return UpdatePlan.of(
        prompt, gradient, new StepView(1, 1, 10, 0, List.of(), List.of()), List.of(techniques));
  }

  static UpdateReply.Answered update(String text) {
    return new UpdateReply.Answered(CallPurpose.UPDATE, text, false, ModelCall.NONE);
  }

  static UpdateReply.Answered pass(String text) {
    return new UpdateReply.Answered(CallPurpose.REGULARIZATION, text, false, ModelCall.NONE);
  }

  /** A set of edits that adds a sentence. */
  static String adding(int after, String text) {
    return "{\"edits\":[{\"op\":\"add\",\"after\":" + after + ",\"text\":\"" + text + "\"}]}";
  }

  /** A set of edits that deletes a sentence. */
  static String deleting(int sentence) {
    return "{\"edits\":[{\"op\":\"delete\",\"sentence\":" + sentence + "}]}";
  }

  /** A reply with a set of edits for each candidate. */
  static String candidates(String... edits) {
    return "{\"candidates\":[" + String.join(",", edits) + "]}";
  }
}
