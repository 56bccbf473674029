package io.dlpo.studies.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects the shapes of a plot. */
public final class Drawing {

  private final List<Plot.Line> grid = new ArrayList<>();
  private final List<Plot.Band> bands = new ArrayList<>();
  private final List<Plot.Stroke> strokes = new ArrayList<>();
  private final List<Plot.Dot> dots = new ArrayList<>();
  private final List<Plot.Label> labels = new ArrayList<>();

  /** A vertex of a line or an outline. */
  public record Point(double x, double y) {
    @Override
    public String toString() {
      return Plot.rounded(x) + " " + Plot.rounded(y);
    }
  }

  /** Adds a grid line. */
  public void grid(double x1, double y1, double x2, double y2) {
    grid.add(new Plot.Line(x1, y1, x2, y2));
  }

  /** Adds the grid of a plot of shares by step, with its labels. */
  public void gridOfSteps(Axis steps, Axis shares) {
    for (double mark : shares.marks()) {
      double y = shares.at(mark);
      grid(steps.begin(), y, steps.end(), y);
      label(steps.begin() - 8, y + 4, "end", NumberFormats.percent(mark));
    }
    double floor = shares.begin();
    for (double mark : steps.marks()) {
      grid(steps.at(mark), floor, steps.at(mark), floor + 5);
      label(steps.at(mark), floor + 20, "middle", NumberFormats.amount(mark));
    }
    label((steps.begin() + steps.end()) / 2, floor + 40, "middle", "step");
  }

  /** Adds a filled area. */
  public void band(List<Point> outline, String colour) {
    bands.add(new Plot.Band(path(outline) + "Z", colour));
  }

  /** Adds a solid line. */
  public void stroke(List<Point> corners, String colour, double width) {
    stroke(corners, colour, width, Palette.SOLID);
  }

  /** Adds a dashed line. */
  public void stroke(List<Point> corners, String colour, double width, String dash) {
    strokes.add(new Plot.Stroke(path(corners), colour, width, dash));
  }

  /** Adds a dot for a value. */
  public void dot(double x, double y, String colour, String tip) {
    dots.add(new Plot.Dot(x, y, colour, tip));
  }

  /** Adds a text. */
  public void label(double x, double y, String anchor, String text) {
    labels.add(new Plot.Label(x, y, anchor, text));
  }

  /** Creates the plot from the shapes so far. */
  public Plot plot(double width, double height, String title, String description) {
    return new Plot(width, height, title, description, grid, bands, strokes, dots, labels);
  }

  private static String path(List<Point> corners) {
    return corners.stream().map(Point::toString).collect(Collectors.joining("L", "M", ""));
  }
}
