package io.dlpo.core.price;

import java.math.BigDecimal;

/**
 * The price of a model.
 *
 * @param input USD per million input tokens, 0 or more
 * @param output USD per million output tokens, 0 or more
 */
public record Price(BigDecimal input, BigDecimal output) {

  private static final int MILLION_DIGITS = 6;

  public Price {
    require("input", input);
    require("output", output);
  }

  /**
   * The cost of these tokens in USD; exact, not rounded.
   *
   * @param inputTokens 0 or more
   * @param outputTokens 0 or more
   */
  public BigDecimal usd(long inputTokens, long outputTokens) {
    if (inputTokens < 0 || outputTokens < 0) {
      throw new IllegalArgumentException(
          "tokens are %d in and %d out; must be 0 or more".formatted(inputTokens, outputTokens));
    }
    return input
        .multiply(BigDecimal.valueOf(inputTokens))
        .add(output.multiply(BigDecimal.valueOf(outputTokens)))
        .movePointLeft(MILLION_DIGITS);
  }

  private static void require(String name, BigDecimal usd) {
    if (usd == null || usd.signum() < 0) {
      throw new IllegalArgumentException(
          name
              + " is "
              + (usd == null ? "missing" : usd)
              + "; must be 0 or more, in USD per million tokens");
    }
  }
}
