package io.dlpo.studies.report;

import io.dlpo.core.run.PromptVersion;
import io.dlpo.core.step.StepRecord;
import io.dlpo.studies.figure.Axis;
import io.dlpo.studies.figure.Drawing;
import io.dlpo.studies.figure.Drawing.Point;
import io.dlpo.studies.figure.Palette;
import io.dlpo.studies.figure.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plots the scores of a run by step: the current prompt and the candidates on the acceptance set,
 * and accepted prompts on the validation split.
 */
final class ScorePlot {

  private static final double WIDTH = 760;
  private static final double HEIGHT = 300;
  private static final double LEFT = 64;
  private static final double RIGHT = 30;
  private static final double TOP = 12;
  private static final double FLOOR = 248;
  private static final double LEGEND = 22;
  private static final double KEY = 34;
  private static final double LINE = 2.5;

  private static final int CURRENT = 0;
  private static final int REJECTED = 1;
  private static final int ACCEPTED = 2;
  private static final int VALIDATION = 3;

  private record ScoredStep(int step, double score) {}

  private final List<StepRecord> steps;
  private final List<ScoredStep> current;
  private final List<ScoredStep> validation;
  private final Axis across;
  private final Axis accuracy;
  private final Drawing drawing = new Drawing();

  private ScorePlot(RunReport report) {
    this.steps = report.steps().stream().filter(step -> candidate(step) != null).toList();
    this.current = current(report.steps());
    this.validation = validation(report.view().prompts());
    this.across = Axis.ofCounts(report.view().steps(), LEFT, WIDTH - RIGHT);
    this.accuracy = Axis.ofShares(scores(), FLOOR, TOP);
  }

  /** The plot; null if no candidate and no prompt was scored. */
  static @Nullable Plot of(RunReport report) {
    ScorePlot plot = new ScorePlot(report);
    return plot.scores().findAny().isEmpty() ? null : plot.draw();
  }

  private DoubleStream scores() {
    return DoubleStream.concat(
        Stream.concat(current.stream(), validation.stream()).mapToDouble(ScoredStep::score),
        steps.stream().map(ScorePlot::candidate).mapToDouble(Objects::requireNonNull));
  }

  /** The candidate's score on the examples that it was scored on; null if on none. */
  private static @Nullable Double candidate(StepRecord step) {
    return step.correct() == null || step.evaluated() == 0
        ? null
        : (double) step.correct() / step.evaluated();
  }

  private static List<ScoredStep> current(List<StepRecord> steps) {
    List<ScoredStep> scored = new ArrayList<>();
    for (StepRecord step : steps) {
      if (step.previousCorrect() != null && step.total() > 0) {
        scored.add(new ScoredStep(step.step() - 1, (double) step.previousCorrect() / step.total()));
      }
    }
    return scored;
  }

  private static List<ScoredStep> validation(List<PromptVersion> versions) {
    return versions.stream()
        .filter(version -> version.accepted() && version.validation() != null)
        .map(
            version ->
                new ScoredStep(
                    version.step(), Objects.requireNonNull(version.validation()).score()))
        .toList();
  }

  private Plot draw() {
    drawing.gridOfSteps(across, accuracy);
    line(current, CURRENT);
    line(validation, VALIDATION);
    for (StepRecord step : steps) {
      drawing.dot(
          across.at(step.step()),
          accuracy.at(Objects.requireNonNull(candidate(step))),
          Palette.colour(step.accepted() ? ACCEPTED : REJECTED),
          "step %d, %s: %d of %d"
              .formatted(
                  step.step(),
                  step.accepted() ? "accepted" : "rejected",
                  step.correct(),
                  step.evaluated()));
    }
    legend();
    return drawing.plot(
        WIDTH,
        HEIGHT + LEGEND * 2,
        "Scores by step",
        "The current prompt and each candidate on the acceptance set; accepted prompts on the"
            + " validation split. The table of steps has the same numbers");
  }

  private void line(List<ScoredStep> points, int series) {
    if (!points.isEmpty()) {
      drawing.stroke(
          points.stream()
              .map(point -> new Point(across.at(point.step()), accuracy.at(point.score())))
              .toList(),
          Palette.colour(series),
          LINE,
          Palette.dash(series));
    }
  }

  private void legend() {
    double middle = (LEFT + WIDTH) / 2;
    key(LEFT, 0, CURRENT, "current prompt, acceptance set");
    key(middle, 0, VALIDATION, "accepted prompts, validation split");
    dotKey(LEFT, ACCEPTED, "accepted candidate");
    dotKey(middle, REJECTED, "rejected candidate");
  }

  private void key(double x, int row, int series, String name) {
    double y = HEIGHT + LEGEND * row + LEGEND / 2;
    drawing.stroke(
        List.of(new Point(x, y), new Point(x + KEY, y)),
        Palette.colour(series),
        LINE,
        Palette.dash(series));
    drawing.label(x + KEY + 10, y + 4, "start", name);
  }

  private void dotKey(double x, int series, String name) {
    double y = HEIGHT + LEGEND + LEGEND / 2;
    drawing.dot(x + KEY / 2, y, Palette.colour(series), name);
    drawing.label(x + KEY + 10, y + 4, "start", name);
  }
}
