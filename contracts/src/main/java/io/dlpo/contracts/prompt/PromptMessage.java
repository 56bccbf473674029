package io.dlpo.contracts.prompt;

import java.util.Objects;

/**
 * A message of a prompt or of a request.
 *
 * @param role who speaks
 * @param content what is said
 */
public record PromptMessage(MessageRole role, String content) {

  public PromptMessage {
    Objects.requireNonNull(role, "PromptMessage.role is missing");
    Objects.requireNonNull(content, "PromptMessage.content is missing");
  }

  /** The same message with another content. */
  PromptMessage with(String other) {
    return new PromptMessage(role, other);
  }
}
