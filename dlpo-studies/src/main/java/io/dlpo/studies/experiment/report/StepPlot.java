package io.dlpo.studies.experiment.report;

import io.dlpo.studies.experiment.report.VariantResult.CurvePoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Accuracy by step: a line for each variant's mean, a band from its lowest to its highest run. */
final class StepPlot {

  private static final double WIDTH = 760;
  private static final double HEIGHT = 320;
  private static final double LEFT = 64;
  private static final double RIGHT = 30;
  private static final double TOP = 12;
  private static final double FLOOR = 268;
  private static final double LEGEND = 22;
  private static final double KEY = 34;

  private final List<VariantResult> variants;
  private final Axis steps;
  private final Axis accuracy;
  private final Drawing drawing;

  private StepPlot(List<VariantResult> variants, Markup out) {
    this.variants = variants;
    this.steps = Axis.ofCounts(lastStep(variants), LEFT, WIDTH - RIGHT);
    this.accuracy =
        Axis.ofShares(
            variants.stream()
                .flatMap(variant -> variant.curve().stream())
                .flatMapToDouble(point -> DoubleStream.of(point.least(), point.most())),
            FLOOR,
            TOP);
    this.drawing = new Drawing(out);
  }

  /** Draws the plot; nothing if no run was scored by step. */
  static void draw(Group group, Markup out) {
    List<VariantResult> shown =
        group.variants().stream().filter(variant -> !variant.curve().isEmpty()).toList();
    if (!shown.isEmpty()) {
      new StepPlot(shown, out).draw(group.title());
    }
  }

  private static int lastStep(List<VariantResult> variants) {
    return variants.stream().mapToInt(variant -> variant.curve().getLast().step()).max().orElse(0);
  }

  private void draw(String title) {
    drawing.begin(
        WIDTH,
        HEIGHT + LEGEND * variants.size(),
        "Accuracy by step: " + title,
        "Mean over the seeds, with a band from the lowest to the highest run");
    grid();
    for (int variant = 0; variant < variants.size(); variant++) {
      curve(variant, variants.get(variant).curve());
      legend(variant, variants.get(variant).variant());
    }
    drawing.end();
  }

  private void grid() {
    for (double mark : accuracy.marks()) {
      double y = accuracy.at(mark);
      drawing.line(LEFT, y, WIDTH - RIGHT, y, "grid");
      drawing.label(LEFT - 8, y + 4, "end", NumberFormats.percent(mark));
    }
    for (double mark : steps.marks()) {
      drawing.line(steps.at(mark), FLOOR, steps.at(mark), FLOOR + 5, "grid");
      drawing.label(steps.at(mark), FLOOR + 20, "middle", NumberFormats.amount(mark));
    }
    drawing.label((LEFT + WIDTH - RIGHT) / 2, FLOOR + 40, "middle", "step");
  }

  private void curve(int variant, List<CurvePoint> points) {
    String colour = Palette.colour(variant);
    List<CurvePoint> back = new ArrayList<>(points);
    Collections.reverse(back);
    String band = data(points, CurvePoint::most) + data(back, CurvePoint::least).replace('M', 'L');
    drawing.path(band + "Z", "fill", colour, "fill-opacity", "0.12", "stroke", "none");
    drawing.path(
        data(points, CurvePoint::mean),
        "fill",
        "none",
        "stroke",
        colour,
        "stroke-width",
        "2.5",
        "stroke-dasharray",
        Palette.dash(variant));
  }

  private void legend(int variant, String name) {
    double y = HEIGHT + LEGEND * variant + LEGEND / 2;
    drawing.path(
        "M" + LEFT + " " + y + "h" + KEY,
        "fill",
        "none",
        "stroke",
        Palette.colour(variant),
        "stroke-width",
        "2.5",
        "stroke-dasharray",
        Palette.dash(variant));
    drawing.label(LEFT + KEY + 10, y + 4, "start", name);
  }

  private String data(List<CurvePoint> points, ToDoubleFunction<CurvePoint> value) {
    return points.stream()
        .map(
            point ->
                Drawing.number(steps.at(point.step()))
                    + " "
                    + Drawing.number(accuracy.at(value.applyAsDouble(point))))
        .collect(Collectors.joining("L", "M", ""));
  }
}
