package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.StepRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The REST representation of a finished step. The fields are those of {@link StepRecord}. */
public record StepBody(
    int step,
    List<String> batch,
    PromptId promptId,
    @Nullable PromptId candidateId,
    Decision decision,
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
    @JsonProperty("protected") List<Integer> protectedSentences,
    RunBody.Count calls,
    RunBody.Tokens tokens) {

  /** The decision on the candidate. */
  public enum Decision {
    ACCEPTED,
    REJECTED
  }

  static StepBody of(StepRecord step) {
    return new StepBody(
        step.step(),
        step.batch(),
        step.promptId(),
        step.candidateId(),
        step.accepted() ? Decision.ACCEPTED : Decision.REJECTED,
        step.reason(),
        step.correct(),
        step.evaluated(),
        step.total(),
        step.previousCorrect(),
        step.temperature(),
        step.probability(),
        step.draw(),
        step.arm(),
        step.rateLimit(),
        step.edits(),
        step.protectedSentences(),
        RunBody.Count.of(step.usage()),
        RunBody.Tokens.of(step.usage()));
  }
}
