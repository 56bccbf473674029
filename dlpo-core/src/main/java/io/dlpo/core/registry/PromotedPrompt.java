package io.dlpo.core.registry;

import io.dlpo.contracts.event.PromotionEvidence;
import io.dlpo.contracts.event.PromptCommanded;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The content of a version, which never changes.
 *
 * @param prompt the text
 * @param evidence the result of the run that it comes from
 * @param by who promoted it; null if REST asked for no credentials
 * @param at time of the promotion, as ISO 8601 in UTC
 */
public record PromotedPrompt(
    String prompt, PromotionEvidence evidence, @Nullable String by, String at) {

  public PromotedPrompt {
    Objects.requireNonNull(prompt, "PromotedPrompt.prompt is missing");
    Objects.requireNonNull(evidence, "PromotedPrompt.evidence is missing");
    Objects.requireNonNull(at, "PromotedPrompt.at is missing");
  }

  /** The content that a command to promote carries. */
  public static PromotedPrompt of(PromptCommanded command) {
    return new PromotedPrompt(
        Objects.requireNonNull(command.prompt()),
        Objects.requireNonNull(command.evidence()),
        command.by(),
        command.at());
  }
}
