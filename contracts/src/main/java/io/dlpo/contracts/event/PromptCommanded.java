package io.dlpo.contracts.event;

import io.dlpo.contracts.id.PromptLabel;
import io.dlpo.contracts.id.PromptName;
import io.dlpo.contracts.id.RunId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A user promoted the prompt of a run under a name, or moved or removed a label of that name.
 *
 * @param commandId random id of the request, identifies repeated records
 * @param command the command
 * @param name the name of the prompt
 * @param runId the run whose prompt is promoted; otherwise the one of the labelled version
 * @param label the label; null to promote without one
 * @param version the version that LABEL labels; otherwise null
 * @param prompt the text that PROMOTE promotes; otherwise null
 * @param evidence the evidence for the prompt that PROMOTE promotes; otherwise null
 * @param by who gave the command, such as {@code user ann}; null if REST asks for no credentials
 * @param at time of the command, as ISO 8601 in UTC
 */
public record PromptCommanded(
    String commandId,
    RegistryCommand command,
    PromptName name,
    RunId runId,
    @Nullable PromptLabel label,
    @Nullable Integer version,
    @Nullable String prompt,
    @Nullable PromotionEvidence evidence,
    @Nullable String by,
    String at)
    implements Event {

  public PromptCommanded {
    Objects.requireNonNull(commandId, "PromptCommanded.commandId is missing");
    Objects.requireNonNull(command, "PromptCommanded.command is missing");
    Objects.requireNonNull(name, "PromptCommanded.name is missing");
    Objects.requireNonNull(runId, "PromptCommanded.runId is missing");
    Objects.requireNonNull(at, "PromptCommanded.at is missing");
    boolean promotes = command == RegistryCommand.PROMOTE;
    require(promotes == (prompt != null && evidence != null), command, "prompt and evidence");
    require(promotes || label != null, command, "label");
    require((command == RegistryCommand.LABEL) == (version != null), command, "version");
    requireTime(at);
  }

  private static void require(boolean fits, RegistryCommand command, String properties) {
    if (!fits) {
      throw new IllegalArgumentException(
          "PromptCommanded.command is %s, which does not fit its %s; PROMOTE has prompt and evidence, LABEL has label and version, UNLABEL has label"
              .formatted(command, properties));
    }
  }

  private static void requireTime(String at) {
    try {
      Instant.parse(at);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "PromptCommanded.at is '%s'; must be a time such as 2026-01-31T09:30:00Z".formatted(at),
          e);
    }
  }

  @Override
  public String partitionKey() {
    return name.value();
  }

  @Override
  public String identity() {
    return commandId;
  }
}
