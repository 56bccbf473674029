package io.dlpo.studies.experiment.report;

import io.dlpo.core.statistics.Interval;
import io.dlpo.core.statistics.SampleSummary;
import io.dlpo.studies.experiment.report.VariantResult.SeedValue;
import io.dlpo.studies.figure.Axis;
import io.dlpo.studies.figure.Drawing;
import io.dlpo.studies.figure.Drawing.Point;
import io.dlpo.studies.figure.NumberFormats;
import io.dlpo.studies.figure.Palette;
import io.dlpo.studies.figure.Plot;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plots a row for each variant: a dot per seed, the mean, and its 95 % interval. */
final class SpreadPlot {

  private static final double WIDTH = 760;
  private static final double LEFT = 190;
  private static final double RIGHT = 30;
  private static final double ROW = 36;
  private static final double TOP = 12;
  private static final double BOTTOM = 42;

  private final List<VariantResult> variants;
  private final Axis axis;
  private final Drawing drawing = new Drawing();

  private SpreadPlot(List<VariantResult> variants) {
    this.variants = variants;
    this.axis =
        Axis.ofShares(variants.stream().flatMapToDouble(SpreadPlot::shown), LEFT, WIDTH - RIGHT);
  }

  /** The plot; null if no run has finished. */
  static @Nullable Plot of(Group group) {
    List<VariantResult> shown =
        group.variants().stream().filter(variant -> !variant.accuracies().isEmpty()).toList();
    return shown.isEmpty() ? null : new SpreadPlot(shown).plot(group.title());
  }

  private Plot plot(String title) {
    double floor = TOP + ROW * variants.size();
    for (double mark : axis.marks()) {
      drawing.grid(axis.at(mark), TOP, axis.at(mark), floor);
      drawing.label(axis.at(mark), floor + 16, "middle", NumberFormats.percent(mark));
    }
    drawing.label((LEFT + WIDTH - RIGHT) / 2, floor + 34, "middle", "accuracy on the test split");
    for (int row = 0; row < variants.size(); row++) {
      row(row, variants.get(row));
    }
    return drawing.plot(
        WIDTH,
        floor + BOTTOM,
        "Accuracy on the test split by variant: " + title,
        "A dot for each seed, a bar for the mean, a line for its 95 % interval; the numbers are in"
            + " the table above");
  }

  private void row(int row, VariantResult variant) {
    double y = TOP + ROW * row + ROW / 2;
    String colour = Palette.colour(row);
    drawing.label(LEFT - 12, y + 4, "end", variant.variant());
    SampleSummary summary = variant.measures().get(Measure.ACCURACY);
    Interval interval = summary == null ? null : summary.interval();
    if (interval != null) {
      drawing.stroke(
          List.of(new Point(axis.at(interval.lower()), y), new Point(axis.at(interval.upper()), y)),
          colour,
          2);
    }
    for (SeedValue value : variant.accuracies()) {
      drawing.dot(
          axis.at(value.value()),
          y,
          colour,
          "%s, seed %d: %s"
              .formatted(variant.variant(), value.seed(), NumberFormats.percent(value.value())));
    }
    if (summary != null) {
      double mean = axis.at(summary.mean());
      drawing.stroke(List.of(new Point(mean, y - 11), new Point(mean, y + 11)), colour, 3);
    }
  }

  private static DoubleStream shown(VariantResult variant) {
    SampleSummary summary = variant.measures().get(Measure.ACCURACY);
    Interval interval = summary == null ? null : summary.interval();
    return DoubleStream.concat(
        variant.accuracies().stream().mapToDouble(SeedValue::value),
        Stream.ofNullable(interval)
            .flatMapToDouble(ends -> DoubleStream.of(ends.lower(), ends.upper())));
  }
}
