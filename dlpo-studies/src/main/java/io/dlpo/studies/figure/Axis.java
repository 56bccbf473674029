package io.dlpo.studies.figure;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Maps values to coordinates along an axis of a plot.
 *
 * @param least minimum value
 * @param most maximum value
 * @param begin coordinate of the minimum
 * @param end coordinate of the maximum
 * @param tick distance between tick marks
 */
public record Axis(double least, double most, double begin, double end, double tick) {

  private static final List<Double> SHARE_TICKS = List.of(.01, .02, .05, .1, .2);
  private static final int MOST_MARKS = 9;
  private static final double ROUNDING = 1e-9;

  /**
   * An axis of proportions that covers all values, within 0 to 1, and starts and ends at a tick
   * mark.
   */
  public static Axis ofShares(DoubleStream values, double begin, double end) {
    var range = values.filter(Double::isFinite).summaryStatistics();
    double low = range.getCount() == 0 ? 0 : Math.max(0, range.getMin());
    double high = range.getCount() == 0 ? 1 : Math.min(1, range.getMax());
    for (double tick : SHARE_TICKS) {
      double least = Math.max(0, Math.floor(low / tick + ROUNDING) * tick);
      double most = Math.min(1, Math.ceil(high / tick - ROUNDING) * tick);
      most = Math.max(most, least + tick);
      if ((most - least) / tick <= MOST_MARKS) {
        return new Axis(least, most, begin, end, tick);
      }
    }
    return new Axis(0, 1, begin, end, .2);
  }

  /** An axis of integers from 0. */
  public static Axis ofCounts(int most, double begin, double end) {
    int tick = Math.max(1, (most + MOST_MARKS - 1) / MOST_MARKS);
    return new Axis(0, Math.max(1, most), begin, end, tick);
  }

  /** The coordinate of a value; values outside the axis are clamped to its ends. */
  public double at(double value) {
    double within = Math.min(most, Math.max(least, value));
    return begin + (within - least) / (most - least) * (end - begin);
  }

  /** The values of the tick marks. */
  public List<Double> marks() {
    int count = (int) Math.floor((most - least) / tick + ROUNDING);
    return IntStream.rangeClosed(0, count).mapToObj(mark -> least + mark * tick).toList();
  }
}
