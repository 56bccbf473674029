package io.dlpo.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.PromptCommanded;
import io.dlpo.contracts.event.PromptPromoted;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.PromptLabel;
import io.dlpo.contracts.prompt.MessageRole;
import io.dlpo.contracts.prompt.PromptMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegisteredVersionTest {

  @Test
  void shouldTellTheWholeVersionInEachEvent() {
    // Given a version that another user labels later
    PromptCommanded promotion = Commands.promote("run-1", null);
    PromptCommanded labelling = Commands.label("production", 1);
    RegisteredVersion version = version(promotion, PromptLabel.PRODUCTION);

    // When
    PromptPromoted event = version.event(labelling, 2);

    // Then
    assertThat(event)
        .isEqualTo(
            new PromptPromoted(
                promotion.name(),
                1,
                2,
                List.of(PromptLabel.PRODUCTION),
                promotion.runId(),
                PromptId.of("Prompt of run-1."),
                "Prompt of run-1.",
                null,
                Commands.EVIDENCE,
                "user ann",
                Commands.AT,
                null,
                Commands.AT));
  }

  @Test
  void shouldShowAPromptOfMessagesAsMessages() {
    // Given
    String text =
        "<message role=\"system\">\nCount.\n</message>\n<message role=\"user\">\n{{q}}\n</message>";

    // When
    RegisteredVersion version = version(Commands.promote("counting", "run-1", null, text));

    // Then
    assertThat(version.messages())
        .hasValue(
            List.of(
                new PromptMessage(MessageRole.SYSTEM, "Count."),
                new PromptMessage(MessageRole.USER, "{{q}}")));
    assertThat(version(Commands.promote("run-1", null)).messages()).isEmpty();
  }

  private static RegisteredVersion version(PromptCommanded promotion, PromptLabel... labels) {
    return new RegisteredVersion(
        promotion.name(), 1, List.of(labels), promotion.runId(), PromotedPrompt.of(promotion));
  }
}
