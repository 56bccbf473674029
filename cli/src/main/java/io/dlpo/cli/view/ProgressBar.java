package io.dlpo.cli.view;

/** A bar that fills from left to right. */
final class ProgressBar {

  private static final int WIDEST = 24;
  private static final int NARROWEST = 5;

  private ProgressBar() {}

  /**
   * The bar.
   *
   * @param columns the width of the terminal, of which the bar takes a quarter
   */
  static String of(int done, int total, int columns) {
    int width = Math.clamp(columns / 4, NARROWEST, WIDEST);
    int full = Math.clamp((long) width * done / Math.max(1, total), 0, width);
    return "▕" + "█".repeat(full) + " ".repeat(width - full) + "▏";
  }
}
