package io.dlpo.studies.experiment.report;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.core.prompt.SentenceSplitter;
import io.dlpo.studies.experiment.Cell;
import io.dlpo.studies.experiment.CellResult;
import org.jspecify.annotations.Nullable;

/** What is measured of a run. */
public enum Measure {
  /**
   * Mean score on the test split, of the best prompt; of a transfer, of the prompt that was
   * trained.
   */
  ACCURACY,
  /** Mean score of the initial prompt on the test split; not of a transfer. */
  BASELINE,
  /** Accuracy minus baseline; not of a transfer. */
  GAIN,
  /** Characters of the prompt. */
  LENGTH,
  /** Sentences of the prompt, as the optimizer edits them. */
  SENTENCES,
  /** Calls, whoever answered them: what the run costs if no other has paid before. */
  CALLS,
  /** Calls that were paid for. */
  PAID_CALLS,
  /** Tokens of the paid calls' requests. */
  INPUT_TOKENS,
  /** Tokens of the paid calls' replies. */
  OUTPUT_TOKENS,
  /** Time from the run's request to its end, in seconds. */
  WALL_SECONDS;

  private static final double MILLIS = 1000;

  /** Its value for a run; null if it was not measured. */
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
