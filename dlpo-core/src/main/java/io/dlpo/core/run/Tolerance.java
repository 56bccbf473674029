package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Determines how many failed examples of an evaluation count as wrong answers. */
final class Tolerance {

  private Tolerance() {}

  /**
   * Returns how many examples of an evaluation may fail: the tolerated share of them, rounded down.
   * That is none of a small batch, so in addition rows that already counted as wrong may fail
   * again, and one more row may fail, as long as the run's rows are within its {@link #limit}.
   *
   * @param known the rows that counted as wrong so far
   * @return 1 to the number of examples; null if none may fail
   */
  static @Nullable Integer of(RunContext context, FailedRows known, List<Example> examples) {
    double share = context.settings().failures().tolerate();
    if (share == 0) {
      return null;
    }
    int limit = limit(share, context.splits());
    int more = known.size() < limit ? 1 : 0;
    int again = known.size() <= limit ? known.among(examples) + more : 0;
    int tolerated = Math.min(Math.max(part(share, examples.size()), again), examples.size());
    return tolerated == 0 ? null : tolerated;
  }

  /**
   * Returns how many different rows may count as wrong in small evaluations: the tolerated share of
   * the rows of all splits, rounded down, but 1 or more, and no more than are kept.
   */
  private static int limit(double share, Splits splits) {
    int rows = splits.train().size() + splits.validation().size() + splits.test().size();
    return Math.clamp(part(share, rows), 1, FailedRows.MAX_ROWS);
  }

  /** Exact for decimal shares: 0.29 of 100 is 29, not the 28 that binary arithmetic gives. */
  private static int part(double share, int of) {
    return BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(of)).intValue();
  }
}
