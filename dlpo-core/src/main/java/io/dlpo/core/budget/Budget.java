package io.dlpo.core.budget;

import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.Metric;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
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
    return Stream.of(ofCalls(charges), ofTokens(charges), ofMoney(charges))
        .flatMap(Optional::stream)
        .flatMap(limit -> limit.refuses(next, kept, what).stream())
        .findFirst();
  }

  private Optional<Limit> ofCalls(Charges charges) {
    return Optional.ofNullable(calls)
        .map(BigDecimal::valueOf)
        .map(most -> new Limit("calls", most, BigDecimal.valueOf(charges.calls()), BigDecimal.ONE));
  }

  private Optional<Limit> ofTokens(Charges charges) {
    return Optional.ofNullable(tokens)
        .map(BigDecimal::valueOf)
        .map(most -> Limit.atMean("tokens", most, BigDecimal.valueOf(charges.tokens()), charges));
  }

  private Optional<Limit> ofMoney(Charges charges) {
    return Optional.ofNullable(money)
        .map(limit -> Limit.atMean("usd", limit.usd(), limit.rates().usd(charges), charges));
  }
}
