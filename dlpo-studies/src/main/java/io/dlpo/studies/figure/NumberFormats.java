package io.dlpo.studies.figure;

import io.dlpo.core.statistics.Interval;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats numbers for people. */
public final class NumberFormats {

  /** The text for an unknown value. */
  public static final String NONE = "–";

  private static final double SMALLEST_P = 0.001;

  private NumberFormats() {}

  /** Formats a proportion as a percentage, such as {@code 62.3 %}. */
  public static String percent(@Nullable Double share) {
    return share == null ? NONE : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** Formats a difference of proportions in percentage points, with sign. */
  public static String points(@Nullable Double difference) {
    return difference == null ? NONE : String.format(Locale.ROOT, "%+.1f", 100 * difference);
  }

  /**
   * Formats an interval of proportions as percentages, clipped to 0 to 100, because Student's t has
   * no bounds.
   */
  public static String percents(@Nullable Interval interval) {
    return interval == null ? NONE : ends("%.1f to %.1f", interval, 0);
  }

  /** Formats an interval of differences in percentage points, clipped to -100 to +100. */
  public static String points(@Nullable Interval interval) {
    return interval == null ? NONE : ends("%+.1f to %+.1f", interval, -1);
  }

  private static String ends(String format, Interval interval, double least) {
    return String.format(
        Locale.ROOT,
        format,
        100 * Math.clamp(interval.lower(), least, 1.0),
        100 * Math.clamp(interval.upper(), least, 1.0));
  }

  /** Formats a p-value. */
  public static String probability(@Nullable Double p) {
    return p == null ? NONE : p < SMALLEST_P ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
  }

  /** Formats a statistic such as t or F. */
  public static String statistic(@Nullable Double value) {
    return value == null ? NONE : String.format(Locale.ROOT, "%.2f", value);
  }

  /** Formats an amount without decimals. */
  public static String amount(@Nullable Double value) {
    return value == null ? NONE : String.format(Locale.ROOT, "%,.0f", value);
  }
}
