package io.dlpo.core.registry;

import io.dlpo.contracts.event.PromptCommanded;
import io.dlpo.contracts.event.PromptPromoted;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.PromptLabel;
import io.dlpo.contracts.id.PromptName;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.prompt.ChatPrompt;
import io.dlpo.contracts.prompt.PromptMessage;
import java.util.List;
import java.util.Optional;

/**
 * A version of a named prompt with its current labels.
 *
 * @param name the name
 * @param version the version
 * @param labels its labels, in alphabetical order
 * @param runId the run that it comes from
 * @param content prompt and evidence
 */
public record RegisteredVersion(
    PromptName name, int version, List<PromptLabel> labels, RunId runId, PromotedPrompt content) {

  public RegisteredVersion {
    labels = List.copyOf(labels);
  }

  /** The prompt as messages; empty if it is one text. */
  public Optional<List<PromptMessage>> messages() {
    return ChatPrompt.find(content.prompt()).map(ChatPrompt::messages);
  }

  /** The event that tells of a change after which the version is as it is here. */
  public PromptPromoted event(PromptCommanded command, long revision) {
    return new PromptPromoted(
        name,
        version,
        revision,
        labels,
        runId,
        PromptId.of(content.prompt()),
        content.prompt(),
        messages().orElse(null),
        content.evidence(),
        content.by(),
        content.at(),
        command.by(),
        command.at());
  }
}
