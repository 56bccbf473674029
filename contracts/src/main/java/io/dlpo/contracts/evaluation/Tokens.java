package io.dlpo.contracts.evaluation;

/**
 * Tokens of model calls.
 *
 * @param input tokens of the requests
 * @param output tokens of the replies
 */
public record Tokens(long input, long output) {

  public static final Tokens NONE = new Tokens(0, 0);

  public Tokens {
    if (input < 0 || output < 0) {
      throw new IllegalArgumentException(
          "Tokens must not have negative values: input %d, output %d".formatted(input, output));
    }
  }

  /** Subtracts the tokens of a part. */
  public Tokens minus(Tokens part) {
    return new Tokens(input - part.input, output - part.output);
  }

  /** The sum of both. */
  public Tokens plus(Tokens other) {
    return new Tokens(input + other.input, output + other.output);
  }

  /** Input and output together. */
  public long sum() {
    return input + output;
  }
}
