package io.dlpo.core.budget;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One limit of a budget with the amount spent so far.
 *
 * @param name its key in the spec
 * @param most the maximum
 * @param spent amount spent so far
 * @param each expected amount per further call
 */
record Limit(String name, BigDecimal most, BigDecimal spent, BigDecimal each) {

  private static final int SHOWN_DECIMALS = 4;

  /** Expects each further call to use the mean amount so far, or nothing before the first call. */
  static Limit atMean(String name, BigDecimal most, BigDecimal spent, Charges charges) {
    BigDecimal each =
        charges.calls() == 0
            ? BigDecimal.ZERO
            : spent.divide(BigDecimal.valueOf(charges.calls()), MathContext.DECIMAL64);
    return new Limit(name, most, spent, each);
  }

  /**
   * Returns why calls must not be made, or empty if they may be. The parameters are those of {@link
   * Budget#refuses}.
   */
  Optional<String> refuses(int next, int kept, String what) {
    if (spent.add(of(next)).add(of(kept)).compareTo(most) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        "budget.%s is %s: %s are spent, and %s may take %s%s"
            .formatted(
                name,
                most.toPlainString(),
                shown(spent),
                what,
                shown(of(next)),
                kept == 0 ? "" : " beside the " + shown(of(kept)) + " that the final test needs"));
  }

  private BigDecimal of(int calls) {
    return each.multiply(BigDecimal.valueOf(calls));
  }

  private static String shown(BigDecimal amount) {
    return amount.stripTrailingZeros().scale() <= 0
        ? amount.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
        : amount.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }
}
