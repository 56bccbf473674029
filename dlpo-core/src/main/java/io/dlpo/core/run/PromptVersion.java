package io.dlpo.core.run;

import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.AggregateScore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A prompt in a run: the initial prompt or a step's candidate.
 *
 * @param promptId id of the text
 * @param parentId id of the prompt that it was made from; null for the initial prompt
 * @param step the step that made it; 0 for the initial prompt
 * @param text the prompt
 * @param accepted whether the run accepted it as its current prompt at some point
 * @param acceptance its score on the acceptance set; null if not scored
 * @param validation its score on the validation split; null if not scored
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

  /** Returns the number of examples on which it was compared; 0 if it was not. */
  int comparedOn() {
    return acceptance == null ? 0 : acceptance.total();
  }

  /** Returns the score to show: the validation score if there is one, else the acceptance score. */
  public @Nullable AggregateScore score() {
    return validation != null ? validation : acceptance;
  }
}
