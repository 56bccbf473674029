package io.dlpo.optimizer.rest;

import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.run.PromptVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The REST representation of a prompt version. The fields are those of {@link PromptVersion}. */
public record PromptBody(
    PromptId promptId,
    @Nullable PromptId parentId,
    int step,
    String text,
    boolean accepted,
    RunBody.@Nullable TallyBody score,
    List<SentenceEdit> edits) {

  static PromptBody of(PromptVersion version) {
    return new PromptBody(
        version.promptId(),
        version.parentId(),
        version.step(),
        version.text(),
        version.accepted(),
        RunBody.TallyBody.of(version.score()),
        version.edits());
  }
}
