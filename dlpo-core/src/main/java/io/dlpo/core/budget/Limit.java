package io.dlpo.core.budget;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One limit of a budget, and how far the run is from it.
 *
 * @param name its key in the spec
 * @param most that may be spent
 * @param spent so far
 * @param each what a further call is expected to take
 */
record Limit(String name, BigDecimal most, BigDecimal spent, BigDecimal each) {

  private static final int SHOWN_DECIMALS = 4;

  /** A further call is expected to take as much as those before on average; the first, nothing. */
  static Limit atMean(String name, BigDecimal most, BigDecimal spent, Charges charges) {
    BigDecimal each =
        charges.calls() == 0
            ? BigDecimal.ZERO
            : spent.divide(BigDecimal.valueOf(charges.calls()), MathContext.DECIMAL64);
    return new Limit(name, most, spent, each);
  }

  /** Why calls must not be made; empty if they may. The parameters are those of the budget. */
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
