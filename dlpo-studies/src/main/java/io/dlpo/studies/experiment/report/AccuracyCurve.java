package io.dlpo.studies.experiment.report;

import io.dlpo.studies.experiment.report.VariantResult.CurvePoint;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Mean accuracy by step over several runs. */
final class AccuracyCurve {

  private AccuracyCurve() {}

  /**
   * The mean at each step. A run that has ended counts with its last value, so that the end of the
   * curve does not depend on long runs only.
   *
   * @param runs the values of each run, from step 0
   */
  static List<CurvePoint> of(List<List<@Nullable Double>> runs) {
    int steps = runs.stream().mapToInt(List::size).max().orElse(0);
    List<CurvePoint> points = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      int at = step;
      DoubleSummaryStatistics values =
          runs.stream()
              .filter(run -> !run.isEmpty())
              .map(run -> run.get(Math.min(at, run.size() - 1)))
              .filter(Objects::nonNull)
              .mapToDouble(Double::doubleValue)
              .summaryStatistics();
      if (values.getCount() > 0) {
        points.add(
            new CurvePoint(
                step,
                (int) values.getCount(),
                values.getAverage(),
                values.getMin(),
                values.getMax()));
      }
    }
    return points;
  }
}
