package io.dlpo.studies.experiment.report;

import java.util.List;

/**
 * How variants are told apart in plots: colours of Okabe and Ito, which colour-blind people tell
 * apart too, and beside them the lines' dashes.
 */
final class Palette {

  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#666666");
  private static final List<String> DASHES = List.of("none", "6 3", "2 3", "9 3 2 3");

  private Palette() {}

  static String colour(int variant) {
    return COLOURS.get(variant % COLOURS.size());
  }

  static String dash(int variant) {
    return DASHES.get((variant / COLOURS.size() + variant) % DASHES.size());
  }
}
