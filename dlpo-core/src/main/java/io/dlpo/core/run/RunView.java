package io.dlpo.core.run;

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
 * @param status where it stands
 * @param reason why it paused or ended early; null if it did not
 * @param phase what it waits for, in words
 * @param step the current step; 0 before the first
 * @param steps steps in all
 * @param accepted candidates accepted
 * @param rejected steps that kept the prompt
 * @param trajectory SHA-256 over every decision so far, in hex
 * @param initial the prompt it began with
 * @param current the prompt it has now
 * @param best the best prompt so far
 * @param currentScore the current prompt on the acceptance set, else on the validation split
 * @param validation the best prompt on the validation split
 * @param baselineTest the initial prompt on the test split
 * @param bestTest the best prompt on the test split
 * @param comparison the best prompt against the initial one on the test split
 * @param usageByPurpose calls and tokens by what they were made for; every purpose is there
 * @param criticalPathMillis sum over the run's phases of the slowest chain of model latencies
 * @param charges what counts against its budget
 * @param prompts every prompt it has had, in order
 * @param warnings for the user
 * @param arms what each set of techniques has earned, where the run chooses among several
 * @param signatures failure signatures that were recognised; the warnings hold their texts
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
    List<Signature> signatures) {

  /** All calls and tokens. */
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
        history.memory().trend().signatures());
  }

  private static List<String> warnings(RunHistory history) {
    return Stream.concat(
            history.warnings().stream(),
            history.memory().trend().signatures().stream().map(Signature::warning))
        .toList();
  }
}
