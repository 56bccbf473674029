package io.dlpo.evaluator.aggregate;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.dlpo.contracts.evaluation.Mistake;
import java.util.stream.Stream;

/**
 * How many mistakes fit into one record on Kafka, which takes a megabyte as it is set up. Not
 * thread-safe.
 */
final class MistakeBudget {

  /** Size of all mistakes together as JSON; leaves room for the prompt and the scores. */
  static final int MAX_BYTES = 500_000;

  private int mistakesLeft;
  private int bytesLeft = MAX_BYTES;

  MistakeBudget(int mistakes) {
    this.mistakesLeft = mistakes;
  }

  /** Whether one more fits; if so, it is spent. */
  boolean affords(Mistake mistake) {
    mistakesLeft--;
    bytesLeft -=
        Stream.of(mistake.input(), mistake.output(), mistake.reference(), mistake.feedback())
            .mapToInt(text -> JsonStringEncoder.getInstance().quoteAsUTF8(text).length)
            .sum();
    return mistakesLeft >= 0 && bytesLeft >= 0;
  }
}
