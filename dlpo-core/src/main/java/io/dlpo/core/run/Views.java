package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.core.signature.Signature;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows states to users. */
final class Views {

  private Views() {}

  static Progress progress(ActiveState state, RunStatus status, @Nullable String reason) {
    Testing testing = state instanceof Testing other ? other : null;
    return progress(
        state.history(),
        state.step(),
        status,
        reason,
        state.phase(),
        testing == null ? null : testing.baseline(),
        testing == null ? null : testing.best(),
        null);
  }

  static Progress progress(Ended state) {
    return progress(
        state.history(),
        state.step(),
        state.status(),
        state.reason(),
        state.phase(),
        state.baseline(),
        state.best(),
        state.comparison());
  }

  private static Progress progress(
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
    return new Progress(
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
