package io.dlpo.core.step;

import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.contracts.id.PromptId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A completed step, as users see it.
 *
 * @param step the step, from 1
 * @param batch ids of the last drawn batch
 * @param promptId the prompt at the start of the step
 * @param candidateId id of the candidate; null if there is none
 * @param candidate text of the candidate; null if there is none
 * @param accepted whether the candidate was accepted
 * @param reason the reason for the decision
 * @param correct the candidate's correct answers on the acceptance set; null if not scored
 * @param evaluated number of acceptance examples on which the candidate was scored
 * @param total size of the acceptance set; 0 without annealing
 * @param previousCorrect the previous prompt's correct answers; null if not scored
 * @param temperature annealing temperature; null if annealing did not act
 * @param probability probability of acceptance; null if annealing did not act
 * @param draw the uniform random draw; null if annealing did not act
 * @param arm name of the arm chosen for the step; null if there is none
 * @param rateLimit maximum number of sentence edits; null if unlimited
 * @param edits the applied edits
 * @param protectedSentences numbers of the parent's sentences that no edit may touch
 * @param usage calls and tokens from the start of the step to its decision
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

  /** Returns the same step for a fork, which counts its calls as cached. */
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
