package io.dlpo.optimizer.rest;

import io.dlpo.contracts.event.PromotionEvidence;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.PromptLabel;
import io.dlpo.contracts.id.PromptName;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.prompt.PromptMessage;
import io.dlpo.contracts.prompt.PromptVariables;
import io.dlpo.core.registry.PromotedPrompt;
import io.dlpo.core.registry.RegisteredVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The REST representation of a version of a named prompt.
 *
 * @param name the name
 * @param version the version, from 1
 * @param labels its labels, in alphabetical order
 * @param promptId id of the text
 * @param prompt the prompt as one text
 * @param messages the prompt as messages; null if it is one text
 * @param variables names of the variables to fill, such as {@code question} for {@code
 *     {{question}}}
 * @param runId the run that it comes from
 * @param evidence the result of that run
 * @param promotedBy who promoted it; null if REST asked for no credentials
 * @param promotedAt time of the promotion, as ISO 8601 in UTC
 */
public record PromotedPromptBody(
    PromptName name,
    int version,
    List<PromptLabel> labels,
    PromptId promptId,
    String prompt,
    @Nullable List<PromptMessage> messages,
    List<String> variables,
    RunId runId,
    PromotionEvidence evidence,
    @Nullable String promotedBy,
    String promotedAt) {

  static PromotedPromptBody of(RegisteredVersion version) {
    PromotedPrompt content = version.content();
    return new PromotedPromptBody(
        version.name(),
        version.version(),
        version.labels(),
        PromptId.of(content.prompt()),
        content.prompt(),
        version.messages().orElse(null),
        PromptVariables.names(content.prompt()),
        version.runId(),
        content.evidence(),
        content.by(),
        content.at());
  }
}
