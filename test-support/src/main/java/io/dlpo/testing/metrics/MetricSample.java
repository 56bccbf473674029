package io.dlpo.testing.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a scrape.
 *
 * @param name the Prometheus name
 * @param labels the labels of the time series
 */
public record MetricSample(String name, Map<String, String> labels, double value) {

  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? ([^ ]+)(?: .*)?");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  public MetricSample {
    labels = Map.copyOf(labels);
  }

  static MetricSample parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no line of a scrape: " + line);
    }
    Map<String, String> labels = new TreeMap<>();
    if (matcher.group(2) != null) {
      LABEL
          .matcher(matcher.group(2))
          .results()
          .forEach(label -> labels.put(label.group(1), label.group(2)));
    }
    return new MetricSample(matcher.group(1), labels, number(matcher.group(3)));
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  boolean has(Map<String, String> wanted) {
    return labels.entrySet().containsAll(wanted.entrySet());
  }
}
