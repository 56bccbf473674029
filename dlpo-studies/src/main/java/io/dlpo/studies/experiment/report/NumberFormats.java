package io.dlpo.studies.experiment.report;

import io.dlpo.core.statistics.Interval;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them. */
public final class NumberFormats {

  /** What is not known. */
  public static final String NONE = "–";

  private static final double SMALLEST_P = 0.001;

  private NumberFormats() {}

  /** A share in percent, such as {@code 62.3 %}. */
  public static String percent(@Nullable Double share) {
    return share == null ? NONE : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** A difference of shares in points, with its sign. */
  public static String points(@Nullable Double difference) {
    return difference == null ? NONE : String.format(Locale.ROOT, "%+.1f", 100 * difference);
  }

  /** An interval of shares, in percent. */
  public static String percents(@Nullable Interval interval) {
    return interval == null
        ? NONE
        : String.format(
            Locale.ROOT, "%.1f to %.1f", 100 * interval.lower(), 100 * interval.upper());
  }

  /** An interval of differences of shares, in points. */
  public static String points(@Nullable Interval interval) {
    return interval == null
        ? NONE
        : String.format(
            Locale.ROOT, "%+.1f to %+.1f", 100 * interval.lower(), 100 * interval.upper());
  }

  /** A probability. */
  public static String probability(@Nullable Double p) {
    return p == null ? NONE : p < SMALLEST_P ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  /** A statistic such as t or F. */
  static String statistic(@Nullable Double value) {
    return value == null ? NONE : String.format(Locale.ROOT, "%.2f", value);
  }

  /** An amount, without decimals. */
  public static String amount(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
