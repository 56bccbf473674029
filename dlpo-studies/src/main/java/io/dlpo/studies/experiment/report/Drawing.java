package io.dlpo.studies.experiment.report;

import java.util.Locale;

/** The shapes that the plots are made of. */
final class Drawing {

  private final Markup out;

  Drawing(Markup out) {
    this.out = out;
  }

  /** Begins a picture that says what it shows also to those who do not see it. */
  void begin(double width, double height, String title, String description) {
    out.open(
        "svg",
        "viewBox",
        "0 0 " + number(width) + " " + number(height),
        "role",
        "img",
        "aria-label",
        title + ". " + description,
        "class",
        "plot");
    out.element("title", title).newline();
  }

  void end() {
    out.close().newline();
  }

  /** A line in the class's style, such as grid. */
  void line(double x1, double y1, double x2, double y2, String style) {
    out.open(
            "line",
            "x1",
            number(x1),
            "y1",
            number(y1),
            "x2",
            number(x2),
            "y2",
            number(y2),
            "class",
            style)
        .close();
  }

  /** A line of a colour. */
  void stroke(double x1, double y1, double x2, double y2, String colour, double width) {
    path(
        "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2),
        "fill",
        "none",
        "stroke",
        colour,
        "stroke-width",
        number(width));
  }

  /** A path with a tip that names it. */
  void path(String data, String... attributes) {
    String[] all = new String[attributes.length + 2];
    all[0] = "d";
    all[1] = data;
    System.arraycopy(attributes, 0, all, 2, attributes.length);
    out.open("path", all).close();
  }

  /** A dot with a tip. */
  void dot(double x, double y, String colour, String tip) {
    out.open(
            "circle",
            "cx",
            number(x),
            "cy",
            number(y),
            "r",
            "4",
            "fill",
            colour,
            "fill-opacity",
            "0.65")
        .element("title", tip)
        .close();
  }

  /**
   * A text.
   *
   * @param anchor start, middle or end
   */
  void label(double x, double y, String anchor, String text) {
    out.element("text", text, "x", number(x), "y", number(y), "text-anchor", anchor).newline();
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
