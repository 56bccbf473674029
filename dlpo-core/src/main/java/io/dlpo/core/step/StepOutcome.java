package io.dlpo.core.step;

import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.Alternative;
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
 * The outcome of a step. Its event, its record and its line in the trajectory are all derived from
 * it.
 *
 * @param step the step, from 1
 * @param batch ids of the last drawn batch
 * @param parentId the prompt at the start of the step
 * @param candidate the candidate; null if there is none
 * @param plan summary of the update plan
 * @param decision the decision with its figures
 * @param alternatives other candidates, which were screened out
 */
public record StepOutcome(
    int step,
    List<String> batch,
    PromptId parentId,
    @Nullable Candidate candidate,
    Plan plan,
    StepDecision decision,
    List<ScoredCandidate> alternatives) {

  public StepOutcome {
    batch = List.copyOf(batch);
    alternatives = List.copyOf(alternatives);
    Objects.requireNonNull(parentId, "StepOutcome.parentId is missing");
    if (decision.kind().accepts() && candidate == null) {
      throw new IllegalArgumentException(
          "StepOutcome.candidate is missing; " + decision.kind() + " needs one");
    }
  }

  /** Whether the candidate becomes the run's prompt. */
  public boolean accepted() {
    return decision.kind().accepts();
  }

  /** Returns the event that publishes the decision. */
  public Event event(RunId runId) {
    Decision published =
        new Decision(
            parentId,
            candidateId(),
            candidate == null ? null : candidate.text(),
            decision.reason(),
            edits(),
            plan.techniques(),
            decision.previousCorrect(),
            decision.correct(),
            decision.evaluated(),
            decision.total(),
            decision.temperature(),
            decision.probability(),
            decision.draw(),
            plan.arm(),
            published());
    return accepted()
        ? new PromptAccepted(runId, step, published)
        : new PromptRejected(runId, step, published);
  }

  /** Returns the step's record. */
  public StepRecord toRecord(Usage usage) {
    return new StepRecord(
        step,
        batch,
        parentId,
        candidateId(),
        candidate == null ? null : candidate.text(),
        accepted(),
        decision.reason(),
        decision.correct(),
        decision.evaluated(),
        decision.total(),
        decision.previousCorrect(),
        decision.temperature(),
        decision.probability(),
        decision.draw(),
        plan.arm(),
        plan.rateLimit(),
        edits(),
        plan.protectedSentences(),
        usage);
  }

  private List<Alternative> published() {
    return alternatives.stream().map(ScoredCandidate::published).toList();
  }

  @Nullable PromptId candidateId() {
    return candidate == null ? null : candidate.promptId();
  }

  private List<SentenceEdit> edits() {
    return candidate == null ? List.of() : candidate.edits();
  }
}
