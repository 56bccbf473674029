package io.dlpo.studies.experiment.report;

import io.dlpo.core.run.CallPurpose;
import io.dlpo.core.statistics.SampleSummary;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A variant over its seeds.
 *
 * @param variant its name
 * @param accuracies of its finished runs
 * @param measures each that was measured, over the same runs
 * @param meanPaidCalls by purpose
 * @param curve accuracy by step, from step 0 on
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

  /** The value of one seed. */
  public record SeedValue(int seed, double value) {}

  /**
   * All runs after a step; one that has ended earlier counts with its last value.
   *
   * @param step from 0
   * @param runs that were scored
   * @param mean their mean accuracy
   * @param least the lowest
   * @param most the highest
   */
  public record CurvePoint(int step, int runs, double mean, double least, double most) {}

  private static <K extends Enum<K>, V> Map<K, V> ordered(Class<K> type, Map<K, V> map) {
    Map<K, V> ordered = new EnumMap<>(type);
    ordered.putAll(map);
    return Collections.unmodifiableMap(ordered);
  }
}
