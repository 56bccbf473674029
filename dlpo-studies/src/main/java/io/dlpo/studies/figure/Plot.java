package io.dlpo.studies.figure;

import java.util.List;

/**
 * A plot as shapes, from back to front. The page draws them. Coordinates have one decimal.
 *
 * @param width of the view box
 * @param height of the view box
 * @param title title of the plot
 * @param description text alternative for people who cannot see the plot
 * @param grid thin lines behind everything
 * @param bands filled areas
 * @param strokes coloured lines
 * @param dots values
 * @param labels texts
 */
public record Plot(
    double width,
    double height,
    String title,
    String description,
    List<Line> grid,
    List<Band> bands,
    List<Stroke> strokes,
    List<Dot> dots,
    List<Label> labels) {

  public Plot {
    grid = List.copyOf(grid);
    bands = List.copyOf(bands);
    strokes = List.copyOf(strokes);
    dots = List.copyOf(dots);
    labels = List.copyOf(labels);
  }

  /** A grid line. */
  public record Line(double x1, double y1, double x2, double y2) {
    public Line {
      x1 = rounded(x1);
      y1 = rounded(y1);
      x2 = rounded(x2);
      y2 = rounded(y2);
    }
  }

  /** A filled area, whose outline is an SVG path. */
  public record Band(String path, String colour) {}

  /** A line along an SVG path. */
  public record Stroke(String path, String colour, double width, String dash) {}

  /** A value with a tooltip. */
  public record Dot(double x, double y, String colour, String tip) {
    public Dot {
      x = rounded(x);
      y = rounded(y);
    }
  }

  /**
   * A text.
   *
   * @param anchor which part of the text is at x: start, middle or end
   */
  public record Label(double x, double y, String anchor, String text) {
    public Label {
      x = rounded(x);
      y = rounded(y);
    }
  }

  /** Rounds a coordinate to one decimal. */
  static double rounded(double coordinate) {
    return Math.round(coordinate * 10) / 10.0;
  }
}
