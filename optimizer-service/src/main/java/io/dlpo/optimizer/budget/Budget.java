package io.dlpo.optimizer.budget;

import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a run. What would pass one of them is not begun.
 *
 * @param calls most model calls; null if there is no such limit
 * @param tokens most tokens of requests and replies; null if there is no such limit
 * @param money most USD; null if there is no such limit
 * @param test whether the final test split counts: then its share is kept back from the beginning
 */
public record Budget(
    @Nullable Integer calls, @Nullable Long tokens, @Nullable Money money, boolean test) {

  /** The final test asks the initial and the best prompt. */
  public static final int TESTED_PROMPTS = 2;

  private static final int CENTS = 4;

  /** Without a limit in money. */
  public Budget(@Nullable Integer calls, @Nullable Long tokens, boolean test) {
    this(calls, tokens, null, test);
  }

  public Budget {
    require("calls", calls);
    require("tokens", tokens);
    if (calls == null && tokens == null && money == null) {
      throw new IllegalArgumentException("budget has no limit; allowed is calls, tokens or usd");
    }
  }

  /** Calls that an answer and its score take: 1, or with a judging model 2. */
  public static int callsPerExample(Metric metric) {
    return metric instanceof JudgeMetric ? 2 : 1;
  }

  private static void require(String name, @Nullable Number value) {
    if (value != null && value.longValue() < 1) {
      throw new IllegalArgumentException(
          "budget." + name + " is " + value + "; allowed is 1 or more");
    }
  }

  /**
   * Why calls must not be made.
   *
   * @param charges so far
   * @param next how many calls at most
   * @param kept calls that must stay possible after them
   * @param what the calls, in words
   * @return empty if they may be made
   */
  public Optional<String> refuses(Charges charges, int next, int kept, String what) {
    long calling = (long) next + kept;
    if (calls != null && charges.calls() + calling > calls) {
      return Optional.of(reason("calls", calls, charges.calls(), what, next, kept));
    }
    if (tokens != null && calling > 0) {
      long each = charges.calls() == 0 ? 0 : Math.ceilDiv(charges.tokens(), charges.calls());
      if (charges.tokens() + each * calling > tokens) {
        return Optional.of(
            reason("tokens", tokens, charges.tokens(), what, each * next, each * kept));
      }
    }
    return money == null || calling == 0 || charges.calls() == 0
        ? Optional.empty()
        : refusesToPay(money, charges, next, kept, what);
  }

  /** Further calls are expected to cost as much as those before. */
  private static Optional<String> refusesToPay(
      Money money, Charges charges, int next, int kept, String what) {
    BigDecimal spent = money.rates().usd(charges);
    BigDecimal made = BigDecimal.valueOf(charges.calls());
    BigDecimal all = made.add(BigDecimal.valueOf((long) next + kept));
    if (spent.multiply(all).compareTo(money.usd().multiply(made)) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        "budget.usd is %s: %s are spent, and %s may take %s%s"
            .formatted(
                money.usd().toPlainString(),
                rounded(spent),
                what,
                rounded(
                    spent.multiply(BigDecimal.valueOf(next)).divide(made, MathContext.DECIMAL64)),
                kept == 0
                    ? ""
                    : " beside the "
                        + rounded(
                            spent
                                .multiply(BigDecimal.valueOf(kept))
                                .divide(made, MathContext.DECIMAL64))
                        + " that the final test needs"));
  }

  private static String rounded(BigDecimal usd) {
    return usd.setScale(CENTS, RoundingMode.HALF_UP).toPlainString();
  }

  private static String reason(
      String name, Number limit, long spent, String what, long next, long kept) {
    return "budget.%s is %s: %d are spent, and %s may take %d%s"
        .formatted(
            name,
            limit,
            spent,
            what,
            next,
            kept == 0 ? "" : " beside the " + kept + " that the final test needs");
  }
}
