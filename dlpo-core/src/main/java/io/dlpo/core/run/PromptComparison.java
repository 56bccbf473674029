package io.dlpo.core.run;

import io.dlpo.contracts.event.Comparison;
import io.dlpo.core.statistics.Interval;
import io.dlpo.core.statistics.Sample;
import io.dlpo.core.statistics.ScoreComparison;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Compares two prompts on the same examples of the test split. */
final class PromptComparison {

  private PromptComparison() {}

  /**
   * Compares the scores by example.
   *
   * @param ids the examples
   * @param initial scores of the initial prompt, in the order of the examples
   * @param best scores of the best prompt, in the same order
   */
  static Comparison of(List<String> ids, List<Double> initial, List<Double> best) {
    ScoreComparison compared = ScoreComparison.of(new Sample(initial), new Sample(best));
    Interval interval = compared.interval();
    return new Comparison(
        compared.method().name(),
        compared.difference(),
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        compared.p(),
        listed(ids, example -> best.get(example) > initial.get(example)),
        listed(ids, example -> best.get(example) < initial.get(example)));
  }

  private static List<String> listed(List<String> ids, IntPredicate condition) {
    return IntStream.range(0, ids.size())
        .filter(condition)
        .mapToObj(ids::get)
        .limit(Comparison.MAX_LISTED)
        .toList();
  }
}
