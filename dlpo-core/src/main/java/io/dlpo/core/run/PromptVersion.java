package io.dlpo.core.run;

import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.AggregateScore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A prompt that a run has had: the initial one or a step's candidate.
 *
 * @param promptId id of the text
 * @param parentId what it was made from; null for the initial prompt
 * @param step the step that made it; 0 for the initial prompt
 * @param text the prompt
 * @param accepted whether it was the run's prompt for a time
 * @param acceptance its score on the acceptance set; null if unscored
 * @param validation its score on the validation split; null if unscored
 * @param edits how it differs from its parent
 */
public record PromptVersion(
    PromptId promptId,
    @Nullable PromptId parentId,
    int step,
    String text,
    boolean accepted,
    @Nullable AggregateScore acceptance,
    @Nullable AggregateScore validation,
    List<SentenceEdit> edits) {

  public PromptVersion {
    Objects.requireNonNull(promptId, "PromptVersion.promptId is missing");
    Objects.requireNonNull(text, "PromptVersion.text is missing");
    edits = edits == null ? List.of() : List.copyOf(edits);
  }

  static PromptVersion initial(String text) {
    return new PromptVersion(PromptId.of(text), null, 0, text, true, null, null, List.of());
  }

  PromptVersion withAcceptance(AggregateScore score) {
    return new PromptVersion(promptId, parentId, step, text, accepted, score, validation, edits);
  }

  PromptVersion withValidation(AggregateScore score) {
    return new PromptVersion(promptId, parentId, step, text, accepted, acceptance, score, edits);
  }

  /** The score to show: the one that selects, or else the one that decided. */
  public @Nullable AggregateScore score() {
    return validation != null ? validation : acceptance;
  }
}
