package io.dlpo.evaluator.aggregate;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.dlpo.contracts.evaluation.Mistake;
import java.util.stream.Stream;

/**
 * Limits the mistakes in a result, since a Kafka record has a maximum size of 1 MB by default. Not
 * thread-safe.
 */
final class MistakeBudget {

  /** Maximum size of all mistakes as JSON; leaves room for the prompt and the scores. */
  static final int MAX_BYTES = 500_000;

  private int mistakesLeft;
  private int bytesLeft = MAX_BYTES;

  MistakeBudget(int mistakes) {
    this.mistakesLeft = mistakes;
  }

  /** Whether another mistake fits; if so, it is counted. */
  boolean affords(Mistake mistake) {
    mistakesLeft--;
    bytesLeft -=
        Stream.of(mistake.input(), mistake.output(), mistake.reference(), mistake.feedback())
            .mapToInt(text -> JsonStringEncoder.getInstance().quoteAsUTF8(text).length)
            .sum();
    return mistakesLeft >= 0 && bytesLeft >= 0;
  }
}
