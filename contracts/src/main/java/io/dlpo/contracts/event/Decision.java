package io.dlpo.contracts.event;

import io.dlpo.contracts.id.PromptId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a step decided on its candidate, and from which figures. Those of a candidate that was
 * screened out are of the step's batch, not of the acceptance set.
 *
 * @param parentId the prompt that the step started from
 * @param promptId the candidate; null if the step made none
 * @param prompt the candidate's text; null if the step made none
 * @param reason in words
 * @param edits the sentence edits that were applied to the parent
 * @param techniques names of the techniques that acted in the step
 * @param previousCorrect right answers of the last accepted prompt on the acceptance set; null if
 *     unscored
 * @param correct right answers of the candidate; null if unscored
 * @param evaluated how many acceptance examples the candidate was scored on
 * @param total size of the acceptance set
 * @param temperature of the annealing, before the decision; null if annealing did not act
 * @param probability of accepting, 0 to 1; null if annealing did not act
 * @param draw the uniform draw it was compared with; null if annealing did not act
 * @param arm name of the set of techniques that was chosen for the step; null if none was
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
    @Nullable String arm) {

  public Decision {
    Objects.requireNonNull(parentId, "Decision.parentId is missing");
    Objects.requireNonNull(reason, "Decision.reason is missing");
    edits = edits == null ? List.of() : List.copyOf(edits);
    techniques = techniques == null ? List.of() : List.copyOf(techniques);
  }
}
