package io.dlpo.core.step;

import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.contracts.id.PromptId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished step, as users see it.
 *
 * @param step from 1
 * @param batch ids of the last drawn batch
 * @param promptId the prompt that the step started from
 * @param candidateId the candidate; null if the step made none
 * @param candidate the candidate's text; null if the step made none
 * @param accepted whether the candidate is the run's prompt now
 * @param reason in words
 * @param correct right answers of the candidate on the acceptance set; null if unscored
 * @param evaluated acceptance examples that the candidate was scored on
 * @param total size of the acceptance set; 0 without annealing
 * @param previousCorrect right answers of the prompt before; null if unscored
 * @param temperature of the annealing; null if it did not act
 * @param probability of accepting; null if annealing did not act
 * @param draw the uniform draw; null if annealing did not act
 * @param arm name of the set of techniques that was chosen for the step; null if none was
 * @param rateLimit most sentence edits of the step; null if there is no limit
 * @param edits the edits that were applied
 * @param protectedSentences numbers of the parent's sentences that no edit could touch
 * @param usage calls and tokens from the step's begin to its decision
 */
public record StepRecord(
    int step,
    List<String> batch,
    PromptId promptId,
    @Nullable PromptId candidateId,
    @Nullable String candidate,
    boolean accepted,
    String reason,
    @Nullable Integer correct,
    int evaluated,
    int total,
    @Nullable Integer previousCorrect,
    @Nullable Double temperature,
    @Nullable Double probability,
    @Nullable Double draw,
    @Nullable String arm,
    @Nullable Integer rateLimit,
    List<SentenceEdit> edits,
    List<Integer> protectedSentences,
    Usage usage) {

  public StepRecord {
    batch = List.copyOf(batch);
    edits = List.copyOf(edits);
    protectedSentences = List.copyOf(protectedSentences);
  }

  /** The same step for a run that goes on after it: nothing of it was paid by that run. */
  public StepRecord known() {
    return new StepRecord(
        step,
        batch,
        promptId,
        candidateId,
        candidate,
        accepted,
        reason,
        correct,
        evaluated,
        total,
        previousCorrect,
        temperature,
        probability,
        draw,
        arm,
        rateLimit,
        edits,
        protectedSentences,
        usage.known());
  }
}
