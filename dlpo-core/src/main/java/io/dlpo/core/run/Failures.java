package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailedExample;
import io.dlpo.contracts.event.BatchScored;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Formats failures for the user. */
final class Failures {

  private static final int ROWS_SHOWN = 3;

  private Failures() {}

  /** The reason why a run pauses after an evaluation with failed examples. */
  static String of(RunContext context, BatchScored event) {
    List<FailedExample> failed = event.failedExamples();
    Optional<CallFailure> other =
        event.failures().stream().filter(failure -> !failure.kind().isOfExample()).findFirst();
    return failed == null || failed.isEmpty() || other.isPresent()
        ? unanswered(event, other)
        : ofRows(context, event, failed);
  }

  private static String unanswered(BatchScored event, Optional<CallFailure> other) {
    return "%d of %d examples got no answer%s"
        .formatted(
            event.failed(),
            event.evaluation().size(),
            other
                .or(() -> event.failures().stream().findFirst())
                .map(failure -> ": " + of(failure))
                .orElse(""));
  }

  /** Says how many rows the run tolerates, which rows failed, and what to change. */
  private static String ofRows(RunContext context, BatchScored event, List<FailedExample> failed) {
    return "%d of %d rows got no usable answer, %s: %s. %s"
        .formatted(
            event.failed(),
            event.evaluation().size(),
            allowed(context, event),
            shown(event, failed),
            event.failed() == event.evaluation().size()
                ? "Every row failed, so first check the model and its settings."
                : "Allow more with failures.tolerate, remove the rows from the dataset, or use"
                    + " another model.");
  }

  private static String allowed(RunContext context, BatchScored event) {
    double share = context.settings().failures().tolerate();
    Integer tolerated = event.evaluation().tolerated();
    return share == 0
        ? "and failures.tolerate allows none"
        : "but failures.tolerate (%s) allows %s"
            .formatted(
                BigDecimal.valueOf(share).stripTrailingZeros().toPlainString(),
                tolerated == null ? "no more" : tolerated);
  }

  /** The first rows. The endpoint's words are not repeated. */
  private static String shown(BatchScored event, List<FailedExample> failed) {
    Set<String> said = new HashSet<>();
    List<String> rows = new ArrayList<>();
    for (FailedExample row : failed.subList(0, Math.min(ROWS_SHOWN, failed.size()))) {
      String words = row.kind() + ", " + row.message();
      rows.add(said.add(words) ? "%s (%s)".formatted(row.exampleId(), words) : row.exampleId());
    }
    int more = event.failed() - rows.size();
    return String.join("; ", rows) + (more == 0 ? "" : "; and %d more".formatted(more));
  }

  static String of(String work, CallFailure failure) {
    return work + " failed: " + of(failure);
  }

  private static String of(CallFailure failure) {
    return failure.kind() + ", " + failure.message();
  }
}
