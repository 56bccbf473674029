package io.dlpo.studies.experiment.report;

import io.dlpo.studies.figure.NumberFormats;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the comparisons of a group show, in one sentence. */
final class GroupConclusion {

  private static final double SIGNIFICANCE = 0.05;

  private GroupConclusion() {}

  /** The findings: the comparisons whose corrected p-value is below 0.05. */
  static String of(List<PairResult> comparisons) {
    List<PairResult> tested =
        comparisons.stream().filter(comparison -> comparison.adjustedP() != null).toList();
    if (tested.isEmpty()) {
      return "Not enough runs have finished to compare the variants.";
    }
    String findings =
        tested.stream()
            .filter(comparison -> p(comparison) < SIGNIFICANCE)
            .map(GroupConclusion::finding)
            .collect(Collectors.joining("; "));
    return findings.isEmpty()
        ? "No difference between the variants is shown (lowest p, Holm: %s)."
            .formatted(
                NumberFormats.probability(
                    tested.stream().mapToDouble(GroupConclusion::p).min().orElseThrow()))
        : findings + ".";
  }

  private static double p(PairResult comparison) {
    return Objects.requireNonNull(comparison.adjustedP());
  }

  private static String finding(PairResult comparison) {
    double difference = comparison.mean().difference();
    boolean secondIsBetter = difference > 0;
    return "%s scores %s points more than %s (p, Holm: %s)"
        .formatted(
            secondIsBetter ? comparison.second() : comparison.first(),
            NumberFormats.points(Math.abs(difference)).substring(1),
            secondIsBetter ? comparison.first() : comparison.second(),
            NumberFormats.probability(p(comparison)));
  }
}
