package io.dlpo.core.update;

import io.dlpo.contracts.event.SentenceEdit;
import java.util.List;

/**
 * A prompt after an edit script.
 *
 * @param text the prompt's new text
 * @param applied the edits that made it
 * @param refused the edits that were not applied
 */
public record EditedPrompt(String text, List<SentenceEdit> applied, List<RefusedEdit> refused) {

  public EditedPrompt {
    applied = List.copyOf(applied);
    refused = List.copyOf(refused);
  }
}
