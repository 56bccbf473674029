package io.dlpo.contracts.event;

import io.dlpo.contracts.id.PromptId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Another candidate of a step, made from the same gradient, that was screened out.
 *
 * @param promptId the candidate
 * @param prompt its text
 * @param edits the sentence edits that were applied to the parent
 * @param correct its right answers on the batch or the sample on which it was compared; null if not
 *     scored
 * @param evaluated number of examples on which it was scored
 */
public record Alternative(
    PromptId promptId,
    String prompt,
    List<SentenceEdit> edits,
    @Nullable Integer correct,
    int evaluated) {

  public Alternative {
    Objects.requireNonNull(promptId, "Alternative.promptId is missing");
    Objects.requireNonNull(prompt, "Alternative.prompt is missing");
    edits = List.copyOf(Objects.requireNonNull(edits, "Alternative.edits is missing"));
  }
}
