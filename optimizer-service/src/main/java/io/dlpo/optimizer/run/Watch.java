package io.dlpo.optimizer.run;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.optimizer.signature.Place;
import io.dlpo.optimizer.step.Tally;
import org.jspecify.annotations.Nullable;

/**
 * Tells the run's course what is seen on the way, so that failure signatures are recognised. Each
 * method gives the book with that; nothing else in it changes.
 *
 * @param context the run
 * @param book the run so far
 */
record Watch(RunContext context, Book book) {

  /** Up to so many mistakes of a batch reach the gradient, so of a larger one they are unknown. */
  private static final int MOST_MISTAKES = 20;

  private static final String TRAIN = "the train split";
  private static final String VALIDATION = "the validation split";

  /** The current prompt was scored on the validation split. */
  Book validated(Tally validation) {
    if (context.settings().optimizer().annealing() == null) {
      return book.with(book.memory().course().scored(validation));
    }
    PromptVersion prompt = book.prompts().current();
    Tally train = context.acceptanceValidates() ? null : prompt.acceptance();
    return train == null || !made(prompt)
        ? book
        : compared(new Place(TRAIN, train), new Place(VALIDATION, validation));
  }

  /**
   * A step has drawn its last batch. Those before it had no mistake; so the current prompt's
   * accuracy on the train split is known a little, and rather too low than too high; so it is where
   * answers are graded, of which only the right ones are counted.
   *
   * @param redraw batches before it, 0 or more
   * @param mistakes wrong answers in it, 0 or more
   */
  Book batch(int redraw, int mistakes) {
    PromptVersion prompt = book.prompts().current();
    boolean trainScored = prompt.acceptance() != null && !context.acceptanceValidates();
    int size = context.settings().optimizer().batchSize();
    if (!made(prompt) || trainScored || size > MOST_MISTAKES) {
      return book;
    }
    int answers = (redraw + 1) * size;
    Tally right = new Tally(answers - Math.min(mistakes, size), answers);
    return book.with(book.memory().course().answered(right, prompt.validation()));
  }

  /** The best prompt has met the test split; null if there is none. */
  Book tested(@Nullable HeldOutScore test) {
    PromptVersion best = book.prompts().best();
    Tally chosenBy = best.score();
    if (test == null || chosenBy == null || !made(best)) {
      return book;
    }
    return compared(
        new Place(best.validation() == null ? TRAIN : VALIDATION, chosenBy),
        new Place("the test split", tally(test)));
  }

  /** Whether the run has made the prompt; the one that it began with is fitted to nothing. */
  private static boolean made(PromptVersion prompt) {
    return prompt.step() > 0;
  }

  private static Tally tally(HeldOutScore test) {
    return new Tally(
        test.correct(), test.total(), Math.round(test.score() * test.total() * Tally.ONE));
  }

  private Book compared(Place fitted, Place held) {
    return book.with(book.memory().course().compared(fitted, held));
  }
}
