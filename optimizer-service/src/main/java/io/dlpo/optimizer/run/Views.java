package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.optimizer.signature.Signature;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows states to users. */
final class Views {

  private Views() {}

  static Progress progress(ActiveState state, RunStatus status, @Nullable String reason) {
    Testing testing = state instanceof Testing other ? other : null;
    return progress(
        state.book(),
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
        state.book(),
        state.step(),
        state.status(),
        state.reason(),
        state.phase(),
        state.baseline(),
        state.best(),
        state.comparison());
  }

  private static Progress progress(
      Book book,
      int step,
      RunStatus status,
      @Nullable String reason,
      String phase,
      @Nullable HeldOutScore baseline,
      @Nullable HeldOutScore best,
      @Nullable Comparison comparison) {
    Prompts prompts = book.prompts();
    PromptVersion current = prompts.current();
    return new Progress(
        status,
        reason,
        phase,
        step,
        book.steps(),
        book.decisions().accepted(),
        book.decisions().rejected(),
        book.decisions().trajectory().digest(),
        prompts.initial(),
        current,
        prompts.best(),
        current.acceptance() != null ? current.acceptance() : current.validation(),
        prompts.best().validation(),
        baseline,
        best,
        comparison,
        book.spending().byPurpose(),
        book.spending().criticalPathMillis(),
        book.charges(),
        prompts.versions(),
        warnings(book),
        book.memory().arms(),
        book.memory().course().signatures());
  }

  private static List<String> warnings(Book book) {
    return Stream.concat(
            book.warnings().stream(),
            book.memory().course().signatures().stream().map(Signature::warning))
        .toList();
  }
}
