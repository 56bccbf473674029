package io.dlpo.optimizer.step;

import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.Decision;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptRejected;
import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a step ended: the one place from which its event, its row and its line of the trajectory are
 * made.
 *
 * @param step from 1
 * @param batch ids of the last drawn batch
 * @param parentId the prompt that the step started from
 * @param candidate null if the step made none
 * @param plan what the techniques laid down
 * @param verdict ruling and figures
 */
public record StepOutcome(
    int step,
    List<String> batch,
    PromptId parentId,
    @Nullable Candidate candidate,
    Plan plan,
    Verdict verdict) {

  public StepOutcome {
    batch = List.copyOf(batch);
    Objects.requireNonNull(parentId, "StepOutcome.parentId is missing");
    if (verdict.ruling().accepts() && candidate == null) {
      throw new IllegalArgumentException(
          "StepOutcome.candidate is missing; " + verdict.ruling() + " needs one");
    }
  }

  /** Whether the candidate becomes the run's prompt. */
  public boolean accepted() {
    return verdict.ruling().accepts();
  }

  /** The step's one decision. */
  public Event event(RunId runId) {
    Decision decision =
        new Decision(
            parentId,
            candidateId(),
            candidate == null ? null : candidate.text(),
            verdict.reason(),
            edits(),
            plan.techniques(),
            verdict.previousCorrect(),
            verdict.correct(),
            verdict.evaluated(),
            verdict.total(),
            verdict.temperature(),
            verdict.probability(),
            verdict.draw(),
            plan.arm());
    return accepted()
        ? new PromptAccepted(runId, step, decision)
        : new PromptRejected(runId, step, decision);
  }

  /** The step's row. */
  public StepRecord toRecord(Usage usage) {
    return new StepRecord(
        step,
        batch,
        parentId,
        candidateId(),
        candidate == null ? null : candidate.text(),
        accepted(),
        verdict.reason(),
        verdict.correct(),
        verdict.evaluated(),
        verdict.total(),
        verdict.previousCorrect(),
        verdict.temperature(),
        verdict.probability(),
        verdict.draw(),
        plan.arm(),
        plan.rateLimit(),
        edits(),
        plan.protectedSentences(),
        usage);
  }

  @Nullable PromptId candidateId() {
    return candidate == null ? null : candidate.promptId();
  }

  private List<SentenceEdit> edits() {
    return candidate == null ? List.of() : candidate.edits();
  }
}
