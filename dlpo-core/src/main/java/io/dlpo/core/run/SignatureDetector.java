package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.core.signature.SplitScore;
import io.dlpo.core.step.AggregateScore;
import org.jspecify.annotations.Nullable;

/**
 * Compares a run's scores to detect failure signatures. Each method returns the history with an
 * updated score trend and changes nothing else.
 */
final class SignatureDetector {

  /** A gradient covers at most this many mistakes, so the count is unknown for larger batches. */
  private static final int MOST_MISTAKES = 20;

  private static final String TRAIN = "the train split";
  private static final String VALIDATION = "the validation split";

  private SignatureDetector() {}

  /** Handles the current prompt's score on the validation split. */
  static RunHistory validated(RunContext context, RunHistory history, AggregateScore validation) {
    if (context.settings().optimizer().annealing() == null) {
      return history.with(history.memory().trend().scored(validation));
    }
    PromptVersion prompt = history.prompts().current();
    AggregateScore train = context.acceptanceValidates() ? null : prompt.acceptance();
    return train == null || !made(prompt)
        ? history
        : compared(history, new SplitScore(TRAIN, train), new SplitScore(VALIDATION, validation));
  }

  /**
   * Handles the last batch of a step. The earlier batches had no mistakes, so all of them together
   * give a rough estimate of the current prompt's accuracy on the train split. The estimate tends
   * to be too low. The same holds for graded scores, because only fully correct answers are
   * counted.
   *
   * @param redraw number of earlier batches, 0 or more
   * @param mistakes number of incorrect answers in the last batch, including rows that count as
   *     wrong, 0 or more
   */
  static RunHistory batch(RunContext context, RunHistory history, int redraw, int mistakes) {
    PromptVersion prompt = history.prompts().current();
    boolean trainScored = prompt.acceptance() != null && !context.acceptanceValidates();
    int size = context.settings().optimizer().batchSize();
    if (!made(prompt) || trainScored || size > MOST_MISTAKES) {
      return history;
    }
    int answers = (redraw + 1) * size;
    AggregateScore right = new AggregateScore(answers - Math.min(mistakes, size), answers);
    return history.with(history.memory().trend().answered(right, prompt.validation()));
  }

  /** Handles the best prompt's score on the test split; null if there is none. */
  static RunHistory tested(RunHistory history, @Nullable HeldOutScore test) {
    PromptVersion best = history.prompts().best();
    AggregateScore chosenBy = best.score();
    if (test == null || chosenBy == null || !made(best)) {
      return history;
    }
    return compared(
        history,
        new SplitScore(best.validation() == null ? TRAIN : VALIDATION, chosenBy),
        new SplitScore("the test split", aggregate(test)));
  }

  /** Whether a step made the prompt. The initial prompt is not fitted to any examples. */
  private static boolean made(PromptVersion prompt) {
    return prompt.step() > 0;
  }

  private static AggregateScore aggregate(HeldOutScore test) {
    return new AggregateScore(
        test.correct(), test.total(), Math.round(test.score() * test.total() * AggregateScore.ONE));
  }

  private static RunHistory compared(RunHistory history, SplitScore fitted, SplitScore held) {
    return history.with(history.memory().trend().compared(fitted, held));
  }
}
