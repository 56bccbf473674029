package io.dlpo.studies.experiment.report;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.core.statistics.SampleSummary;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The results of a variant over its seeds.
 *
 * @param variant name of the variant
 * @param accuracies accuracy of each finished run
 * @param measures statistics of each available measure
 * @param meanPaidCalls mean number of paid calls by purpose
 * @param curve accuracy by step, from step 0
 */
public record VariantResult(
    String variant,
    List<SeedValue> accuracies,
    Map<Measure, SampleSummary> measures,
    Map<CallPurpose, Double> meanPaidCalls,
    List<CurvePoint> curve) {

  public VariantResult {
    accuracies = List.copyOf(accuracies);
    measures = ordered(Measure.class, measures);
    meanPaidCalls = ordered(CallPurpose.class, meanPaidCalls);
    curve = List.copyOf(curve);
  }

  /** The accuracy of one seed. */
  public record SeedValue(int seed, double value) {}

  /**
   * The accuracy of all runs after a step. A run that has ended counts with its last value.
   *
   * @param step from 0
   * @param runs number of scored runs
   * @param mean mean accuracy
   * @param least minimum accuracy
   * @param most maximum accuracy
   */
  public record CurvePoint(int step, int runs, double mean, double least, double most) {}

  private static <K extends Enum<K>, V> Map<K, V> ordered(Class<K> type, Map<K, V> map) {
    Map<K, V> ordered = new EnumMap<>(type);
    ordered.putAll(map);
    return Collections.unmodifiableMap(ordered);
  }
}
