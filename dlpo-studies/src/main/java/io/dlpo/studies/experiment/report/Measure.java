package io.dlpo.studies.experiment.report;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.core.prompt.SentenceSplitter;
import io.dlpo.studies.experiment.Cell;
import io.dlpo.studies.experiment.CellResult;
import org.jspecify.annotations.Nullable;

/** The measures of a run. */
public enum Measure {
  /** Mean score on the test split: of the best prompt, or in a transfer, of the trained prompt. */
  ACCURACY,
  /** Mean score of the initial prompt on the test split; not measured for a transfer. */
  BASELINE,
  /** Accuracy minus baseline; not measured for a transfer. */
  GAIN,
  /** Number of characters in the prompt. */
  LENGTH,
  /** Number of sentences in the prompt. */
  SENTENCES,
  /** Paid and cached calls: the cost of the run with an empty ledger. */
  CALLS,
  /** Paid calls. */
  PAID_CALLS,
  /** Input tokens of the paid calls. */
  INPUT_TOKENS,
  /** Output tokens of the paid calls. */
  OUTPUT_TOKENS,
  /** Time from the request to the end of the run, in seconds. */
  WALL_SECONDS;

  private static final double MILLIS = 1000;

  /** The value for a run; null if it was not measured. */
  @Nullable Double of(Cell cell, CellResult result) {
    boolean transfer = cell.transfer() != null;
    return switch (this) {
      case ACCURACY -> score(transfer ? result.baseline() : result.best());
      case BASELINE -> transfer ? null : score(result.baseline());
      case GAIN -> transfer ? null : gain(result);
      case LENGTH -> length(prompt(cell, result));
      case SENTENCES -> (double) SentenceSplitter.split(prompt(cell, result)).texts().size();
      case CALLS -> (double) result.paid() + result.ledgerCalls();
      case PAID_CALLS -> (double) result.paid();
      case INPUT_TOKENS -> (double) result.inputTokens();
      case OUTPUT_TOKENS -> (double) result.outputTokens();
      case WALL_SECONDS -> result.wallMillis() / MILLIS;
    };
  }

  private static @Nullable Double score(@Nullable HeldOutScore score) {
    return score == null ? null : score.score();
  }

  private static @Nullable Double gain(CellResult result) {
    HeldOutScore baseline = result.baseline();
    HeldOutScore best = result.best();
    return baseline == null || best == null ? null : best.score() - baseline.score();
  }

  private static String prompt(Cell cell, CellResult result) {
    return cell.transfer() == null ? result.bestPrompt() : result.initialPrompt();
  }

  private static Double length(String prompt) {
    return (double) prompt.codePointCount(0, prompt.length());
  }
}
