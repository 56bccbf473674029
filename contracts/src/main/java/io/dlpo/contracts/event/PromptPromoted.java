package io.dlpo.contracts.event;

import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.PromptLabel;
import io.dlpo.contracts.id.PromptName;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.prompt.PromptMessage;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A named prompt has a new version, or the labels of a version changed. The event has the whole
 * version each time.
 *
 * @param name the name of the prompt
 * @param version the version, from 1 and without gaps. Its prompt and evidence never change
 * @param revision number of this change among all changes of the name, from 1 and without gaps
 * @param labels all labels that the version has now, in alphabetical order. A label names one
 *     version: it has left the version that had it before
 * @param runId the run that the prompt comes from
 * @param promptId id of the prompt's text
 * @param prompt the prompt as one text
 * @param messages the prompt as messages; null if it is one text
 * @param evidence the result of the run
 * @param promotedBy who promoted the version, such as {@code user ann}; null if REST asked for no
 *     credentials
 * @param promotedAt time at which the version was promoted, as ISO 8601 in UTC
 * @param changedBy who made this change; null as for promotedBy
 * @param changedAt time of this change, as ISO 8601 in UTC
 */
public record PromptPromoted(
    PromptName name,
    int version,
    long revision,
    List<PromptLabel> labels,
    RunId runId,
    PromptId promptId,
    String prompt,
    @Nullable List<PromptMessage> messages,
    PromotionEvidence evidence,
    @Nullable String promotedBy,
    String promotedAt,
    @Nullable String changedBy,
    String changedAt)
    implements Event {

  public PromptPromoted {
    Objects.requireNonNull(name, "PromptPromoted.name is missing");
    Objects.requireNonNull(runId, "PromptPromoted.runId is missing");
    Objects.requireNonNull(promptId, "PromptPromoted.promptId is missing");
    Objects.requireNonNull(prompt, "PromptPromoted.prompt is missing");
    Objects.requireNonNull(evidence, "PromptPromoted.evidence is missing");
    Objects.requireNonNull(promotedAt, "PromptPromoted.promotedAt is missing");
    Objects.requireNonNull(changedAt, "PromptPromoted.changedAt is missing");
    labels = labels == null ? List.of() : List.copyOf(labels);
    messages = messages == null ? null : List.copyOf(messages);
    if (version < 1 || revision < version) {
      throw new IllegalArgumentException(
          "PromptPromoted has version %d and revision %d; version must be 1 or more, revision at least the version"
              .formatted(version, revision));
    }
  }

  @Override
  public String partitionKey() {
    return name.value();
  }

  @Override
  public String identity() {
    return name + ":" + revision;
  }
}
