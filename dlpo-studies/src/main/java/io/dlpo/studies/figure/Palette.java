package io.dlpo.studies.figure;

import java.util.List;

/**
 * Colours and dash patterns of variants in plots. The colours are the colour-blind safe palette of
 * Okabe and Ito.
 */
public final class Palette {

  static final String SOLID = "none";

  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#666666");

  private static final List<String> DASHES = List.of(SOLID, "6 3", "2 3", "9 3 2 3");

  private Palette() {}

  /** The colour of a variant, by its index. */
  public static String colour(int variant) {
    return COLOURS.get(variant % COLOURS.size());
  }

  /** The dash pattern of a variant's line, by its index. */
  public static String dash(int variant) {
    return DASHES.get((variant / COLOURS.size() + variant) % DASHES.size());
  }
}
