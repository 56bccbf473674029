package io.dlpo.studies.figure;

import java.util.List;

/**
 * Colours and dashes of variants in plots. The colours are those of Okabe and Ito, which
 * colour-blind people can tell apart.
 */
public final class Palette {

  static final String SOLID = "none";

  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#666666");

  private static final List<String> DASHES = List.of(SOLID, "6 3", "2 3", "9 3 2 3");

  private Palette() {}

  /** The colour of a variant, by its place in the list. */
  public static String colour(int variant) {
    return COLOURS.get(variant % COLOURS.size());
  }

  /** The dash of a variant's line. */
  public static String dash(int variant) {
    return DASHES.get((variant / COLOURS.size() + variant) % DASHES.size());
  }
}
