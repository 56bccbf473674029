package io.dlpo.core.step;

import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.contracts.id.PromptId;
import java.util.List;
import java.util.Objects;

/**
 * A prompt that a step proposes.
 *
 * @param promptId id of its text
 * @param text the prompt
 * @param edits how it differs from its parent
 * @param gradient the gradient that led to it
 */
public record Candidate(PromptId promptId, String text, List<SentenceEdit> edits, String gradient) {

  public Candidate {
    Objects.requireNonNull(promptId, "Candidate.promptId is missing");
    Objects.requireNonNull(text, "Candidate.text is missing");
    Objects.requireNonNull(gradient, "Candidate.gradient is missing");
    edits = List.copyOf(edits);
  }
}
