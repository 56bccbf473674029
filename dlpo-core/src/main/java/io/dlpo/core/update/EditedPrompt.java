package io.dlpo.core.update;

import io.dlpo.contracts.event.SentenceEdit;
import java.util.List;

/**
 * A prompt after edits were applied.
 *
 * @param text the new text
 * @param applied the applied edits
 * @param refused the edits that were not applied
 */
public record EditedPrompt(String text, List<SentenceEdit> applied, List<RefusedEdit> refused) {

  public EditedPrompt {
    applied = List.copyOf(applied);
    refused = List.copyOf(refused);
  }
}
