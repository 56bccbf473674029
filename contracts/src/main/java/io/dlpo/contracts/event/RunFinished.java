package io.dlpo.contracts.event;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run ended.
 *
 * @param runId the run
 * @param outcome how the run ended
 * @param reason why the run ended; null if all steps were made
 * @param steps number of steps made
 * @param accepted number of accepted candidates
 * @param rejected number of steps that kept the prompt
 * @param initialPromptId the initial prompt
 * @param bestPromptId the best prompt
 * @param bestPrompt the text of the best prompt
 * @param baseline score of the initial prompt on the test split; null if not scored
 * @param best score of the best prompt on the test split; null if not scored
 * @param usage all calls and tokens of the run
 * @param wallMillis milliseconds from the request to the end of the run
 * @param criticalPathMillis sum over all steps of the slowest chain of model calls, in milliseconds
 * @param trajectory SHA-256 of all decisions, in hex
 * @param comparison the best prompt compared with the initial one on the same test examples; null
 *     if one of them was not scored there or both are the same
 * @param warnings warnings for the user, including failure signatures; null in events of older
 *     versions
 * @param stoppedBy the setting that stopped the run before its last step; null if none did
 */
public record RunFinished(
    RunId runId,
    RunOutcome outcome,
    @Nullable String reason,
    int steps,
    int accepted,
    int rejected,
    PromptId initialPromptId,
    PromptId bestPromptId,
    String bestPrompt,
    @Nullable HeldOutScore baseline,
    @Nullable HeldOutScore best,
    Usage usage,
    long wallMillis,
    long criticalPathMillis,
    String trajectory,
    @Nullable Comparison comparison,
    @Nullable List<String> warnings,
    @Nullable StopCause stoppedBy)
    implements Event {

  public RunFinished {
    Objects.requireNonNull(runId, "RunFinished.runId is missing");
    Objects.requireNonNull(outcome, "RunFinished.outcome is missing");
    Objects.requireNonNull(initialPromptId, "RunFinished.initialPromptId is missing");
    Objects.requireNonNull(bestPromptId, "RunFinished.bestPromptId is missing");
    Objects.requireNonNull(bestPrompt, "RunFinished.bestPrompt is missing");
    Objects.requireNonNull(usage, "RunFinished.usage is missing");
    Objects.requireNonNull(trajectory, "RunFinished.trajectory is missing");
    warnings = warnings == null ? null : List.copyOf(warnings);
  }

  @Override
  public String partitionKey() {
    return runId.value();
  }

  @Override
  public String identity() {
    return runId.value();
  }
}
