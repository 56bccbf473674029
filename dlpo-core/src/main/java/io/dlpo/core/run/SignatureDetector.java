package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.core.signature.SplitScore;
import io.dlpo.core.step.AggregateScore;
import org.jspecify.annotations.Nullable;

/**
 * Compares the scores that a run meets, so that failure signatures are recognised. Each method
 * gives the history with what it found; nothing else in it changes.
 */
final class SignatureDetector {

  /** Up to so many mistakes of a batch reach the gradient, so of a larger one they are unknown. */
  private static final int MOST_MISTAKES = 20;

  private static final String TRAIN = "the train split";
  private static final String VALIDATION = "the validation split";

  private SignatureDetector() {}

  /** The current prompt was scored on the validation split. */
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
   * A step has drawn its last batch. Those before it had no mistake; so the current prompt's
   * accuracy on the train split is known a little, and rather too low than too high; so it is where
   * answers are graded, of which only the right ones are counted.
   *
   * @param redraw batches before it, 0 or more
   * @param mistakes wrong answers in it, 0 or more
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

  /** The best prompt has met the test split; null if there is none. */
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

  /** Whether the run has made the prompt; the one that it began with is fitted to nothing. */
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
