package io.dlpo.core.spec;

import io.dlpo.contracts.prompt.MessageRole;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message of the initial prompt.
 *
 * @param role who speaks
 * @param content what is said, with its {@code <frozen>} tags
 * @param frozen true if no edit may touch the message; null otherwise
 */
record MessageSection(MessageRole role, String content, @Nullable Boolean frozen) {

  MessageSection {
    Objects.requireNonNull(role, "messages.role is missing");
    Objects.requireNonNull(content, "messages.content is missing");
    frozen = Boolean.TRUE.equals(frozen) ? true : null;
  }
}
