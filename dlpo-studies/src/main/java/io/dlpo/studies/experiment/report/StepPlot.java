package io.dlpo.studies.experiment.report;

import io.dlpo.studies.experiment.report.VariantResult.CurvePoint;
import io.dlpo.studies.figure.Axis;
import io.dlpo.studies.figure.Drawing;
import io.dlpo.studies.figure.Drawing.Point;
import io.dlpo.studies.figure.Palette;
import io.dlpo.studies.figure.Plot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Plots accuracy by step. Each variant has a line for the mean and a band from minimum to maximum.
 */
final class StepPlot {

  private static final double WIDTH = 760;
  private static final double HEIGHT = 320;
  private static final double LEFT = 64;
  private static final double RIGHT = 30;
  private static final double TOP = 12;
  private static final double FLOOR = 268;
  private static final double LEGEND = 22;
  private static final double KEY = 34;
  private static final double LINE = 2.5;

  private final List<VariantResult> variants;
  private final Axis steps;
  private final Axis accuracy;
  private final Drawing drawing = new Drawing();

  private StepPlot(List<VariantResult> variants) {
    this.variants = variants;
    this.steps = Axis.ofCounts(lastStep(variants), LEFT, WIDTH - RIGHT);
    this.accuracy =
        Axis.ofShares(
            variants.stream()
                .flatMap(variant -> variant.curve().stream())
                .flatMapToDouble(point -> DoubleStream.of(point.least(), point.most())),
            FLOOR,
            TOP);
  }

  /** The plot; null if no run was scored by step. */
  static @Nullable Plot of(Group group) {
    List<VariantResult> shown =
        group.variants().stream().filter(variant -> !variant.curve().isEmpty()).toList();
    return shown.isEmpty() ? null : new StepPlot(shown).plot(group.title());
  }

  private static int lastStep(List<VariantResult> variants) {
    return variants.stream().mapToInt(variant -> variant.curve().getLast().step()).max().orElse(0);
  }

  private Plot plot(String title) {
    drawing.gridOfSteps(steps, accuracy);
    for (int variant = 0; variant < variants.size(); variant++) {
      curve(variant, variants.get(variant).curve());
      legend(variant, variants.get(variant).variant());
    }
    return drawing.plot(
        WIDTH,
        HEIGHT + LEGEND * variants.size(),
        "Accuracy by step: " + title,
        "Mean over the seeds, with a band from the lowest to the highest run");
  }

  private void curve(int variant, List<CurvePoint> points) {
    String colour = Palette.colour(variant);
    List<CurvePoint> back = new ArrayList<>(points);
    Collections.reverse(back);
    List<Point> outline = new ArrayList<>(line(points, CurvePoint::most));
    outline.addAll(line(back, CurvePoint::least));
    drawing.band(outline, colour);
    drawing.stroke(line(points, CurvePoint::mean), colour, LINE, Palette.dash(variant));
  }

  private void legend(int variant, String name) {
    double y = HEIGHT + LEGEND * variant + LEGEND / 2;
    drawing.stroke(
        List.of(new Point(LEFT, y), new Point(LEFT + KEY, y)),
        Palette.colour(variant),
        LINE,
        Palette.dash(variant));
    drawing.label(LEFT + KEY + 10, y + 4, "start", name);
  }

  private List<Point> line(List<CurvePoint> points, ToDoubleFunction<CurvePoint> value) {
    return points.stream()
        .map(point -> new Point(steps.at(point.step()), accuracy.at(value.applyAsDouble(point))))
        .toList();
  }
}
