package io.dlpo.contracts.event;

import io.dlpo.contracts.id.PromptId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The decision of a step on its candidate, with the figures behind it. The figures of a candidate
 * that was screened out refer to the batch or to a sample of the acceptance set, not to all of it.
 *
 * @param parentId the prompt from which the step started
 * @param promptId the candidate; null if the step has none
 * @param prompt the text of the candidate; null if the step has none
 * @param reason the reason, as text
 * @param edits the sentence edits that were applied to the parent
 * @param techniques names of the techniques that had an effect in the step
 * @param previousCorrect right answers of the last accepted prompt on the acceptance set; null if
 *     not scored
 * @param correct right answers of the candidate; null if not scored
 * @param evaluated number of acceptance examples on which the candidate was scored
 * @param total size of the acceptance set
 * @param temperature annealing temperature before the decision; null without annealing
 * @param probability acceptance probability, 0 to 1; null without annealing
 * @param draw the uniform random draw that is compared with the probability; null without annealing
 * @param arm name of the set of techniques chosen for the step; null if none was chosen
 * @param alternatives other candidates of the step, which were screened out; null if there are none
 */
public record Decision(
    PromptId parentId,
    @Nullable PromptId promptId,
    @Nullable String prompt,
    String reason,
    List<SentenceEdit> edits,
    List<String> techniques,
    @Nullable Integer previousCorrect,
    @Nullable Integer correct,
    int evaluated,
    int total,
    @Nullable Double temperature,
    @Nullable Double probability,
    @Nullable Double draw,
    @Nullable String arm,
    @Nullable List<Alternative> alternatives) {

  public Decision {
    Objects.requireNonNull(parentId, "Decision.parentId is missing");
    Objects.requireNonNull(reason, "Decision.reason is missing");
    edits = edits == null ? List.of() : List.copyOf(edits);
    techniques = techniques == null ? List.of() : List.copyOf(techniques);
    alternatives =
        alternatives == null || alternatives.isEmpty() ? null : List.copyOf(alternatives);
  }
}
