package io.dlpo.core.registry;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.contracts.event.PromotionEvidence;
import io.dlpo.contracts.event.PromptCommanded;
import io.dlpo.contracts.event.RegistryCommand;
import io.dlpo.contracts.event.RunOutcome;
import io.dlpo.contracts.event.SplitSizes;
import io.dlpo.contracts.id.PromptLabel;
import io.dlpo.contracts.id.PromptName;
import io.dlpo.contracts.id.RunId;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands to a named prompt, each with an id of its own. */
public final class Commands {

  /** The time of all commands. */
  public static final String AT = "2026-12-01T09:30:00Z";

  /** The evidence for all prompts. */
  public static final PromotionEvidence EVIDENCE =
      new PromotionEvidence(
          RunOutcome.FINISHED,
          new HeldOutScore(41, 150, 0.27, 0.2, 0.35),
          new HeldOutScore(133, 150, 0.89, 0.83, 0.93),
          new Comparison("MCNEMAR_EXACT", 0.62, 0.5, 0.7, 1e-9),
          false,
          "dataset",
          new SplitSizes(50, 50, 150),
          "student",
          "teacher",
          false,
          Usage.NONE,
          new BigDecimal("0.25"),
          "digest");

  private static final String NAME = "counting";

  private Commands() {}

  static PromptCommanded promote(String runId, @Nullable String label) {
    return promote(NAME, runId, label, "Prompt of " + runId + ".");
  }

  /** Promotes a prompt of a run under a name. */
  public static PromptCommanded promote(
      String name, String runId, @Nullable String label, String prompt) {
    return new PromptCommanded(
        UUID.randomUUID().toString(),
        RegistryCommand.PROMOTE,
        new PromptName(name),
        new RunId(runId),
        label == null ? null : new PromptLabel(label),
        null,
        prompt,
        EVIDENCE,
        "user ann",
        AT);
  }

  static PromptCommanded label(String label, int version) {
    return label(NAME, label, version);
  }

  /** Moves a label of a name to a version. */
  public static PromptCommanded label(String name, String label, int version) {
    return labelling(RegistryCommand.LABEL, name, label, version);
  }

  static PromptCommanded unlabel(String label) {
    return labelling(RegistryCommand.UNLABEL, NAME, label, null);
  }

  private static PromptCommanded labelling(
      RegistryCommand command, String name, String label, @Nullable Integer version) {
    return new PromptCommanded(
        UUID.randomUUID().toString(),
        command,
        new PromptName(name),
        new RunId("any"),
        new PromptLabel(label),
        version,
        null,
        null,
        null,
        AT);
  }
}
