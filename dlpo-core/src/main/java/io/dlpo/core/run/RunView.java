package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.core.adaptive.ArmStats;
import io.dlpo.core.budget.Charges;
import io.dlpo.core.signature.Signature;
import io.dlpo.core.step.AggregateScore;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A run as users see it.
 *
 * @param status its status
 * @param reason why it paused or ended early; null otherwise
 * @param phase description of what it waits for
 * @param step the current step; 0 before the first
 * @param steps total number of steps
 * @param accepted number of accepted candidates
 * @param rejected number of steps that kept the prompt
 * @param trajectory SHA-256 digest of all decisions so far, in hex
 * @param initial the initial prompt
 * @param current the current prompt
 * @param best the best prompt so far
 * @param currentScore score of the current prompt on the acceptance set, else on the validation
 *     split
 * @param validation score of the best prompt on the validation split
 * @param baselineTest score of the initial prompt on the test split
 * @param bestTest score of the best prompt on the test split
 * @param comparison comparison of the best prompt with the initial one on the test split
 * @param usageByPurpose calls and tokens by purpose, with an entry for every purpose
 * @param criticalPathMillis sum over the run's phases of the slowest chain of model latencies
 * @param charges usage charged against the budget
 * @param prompts all its prompts, in order
 * @param warnings warnings for the user
 * @param arms statistics of each arm; empty if the run has none
 * @param signatures detected failure signatures; their texts are among the warnings
 * @param failedRows rows that counted as wrong because their calls failed, in the order of their
 *     ids; the number is limited
 */
public record RunView(
    RunStatus status,
    @Nullable String reason,
    String phase,
    int step,
    int steps,
    int accepted,
    int rejected,
    String trajectory,
    PromptVersion initial,
    PromptVersion current,
    PromptVersion best,
    @Nullable AggregateScore currentScore,
    @Nullable AggregateScore validation,
    @Nullable HeldOutScore baselineTest,
    @Nullable HeldOutScore bestTest,
    @Nullable Comparison comparison,
    Map<CallPurpose, Usage> usageByPurpose,
    long criticalPathMillis,
    Charges charges,
    List<PromptVersion> prompts,
    List<String> warnings,
    List<ArmStats> arms,
    List<Signature> signatures,
    List<FailedRow> failedRows) {

  /** Returns all calls and tokens. */
  public Usage usage() {
    return usageByPurpose.values().stream().reduce(Usage.NONE, Usage::plus);
  }

  static RunView of(ActiveState state, RunStatus status, @Nullable String reason) {
    Testing testing = state instanceof Testing other ? other : null;
    return of(
        state.history(),
        state.step(),
        status,
        reason,
        state.phase(),
        testing == null ? null : testing.baseline(),
        testing == null ? null : testing.best(),
        null);
  }

  static RunView of(Ended state) {
    return of(
        state.history(),
        state.step(),
        state.status(),
        state.reason(),
        state.phase(),
        state.baseline(),
        state.best(),
        state.comparison());
  }

  private static RunView of(
      RunHistory history,
      int step,
      RunStatus status,
      @Nullable String reason,
      String phase,
      @Nullable HeldOutScore baseline,
      @Nullable HeldOutScore best,
      @Nullable Comparison comparison) {
    Prompts prompts = history.prompts();
    PromptVersion current = prompts.current();
    return new RunView(
        status,
        reason,
        phase,
        step,
        history.steps(),
        history.decisions().accepted(),
        history.decisions().rejected(),
        history.decisions().trajectory().digest(),
        prompts.initial(),
        current,
        prompts.best(),
        current.acceptance() != null ? current.acceptance() : current.validation(),
        prompts.best().validation(),
        baseline,
        best,
        comparison,
        history.spending().byPurpose(),
        history.spending().criticalPathMillis(),
        history.charges(),
        prompts.versions(),
        warnings(history),
        history.memory().arms(),
        history.memory().trend().signatures(),
        history.memory().failedRows().rows());
  }

  private static List<String> warnings(RunHistory history) {
    return Stream.concat(
            history.warnings().stream(),
            history.memory().trend().signatures().stream().map(Signature::warning))
        .toList();
  }
}
