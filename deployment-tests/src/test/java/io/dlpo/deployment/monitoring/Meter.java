package io.dlpo.deployment.monitoring;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A meter as the sources make it.
 *
 * @param kind {@code Counter}, {@code Timer} or {@code Gauge}
 * @param name as Micrometer has it
 * @param labels of its series
 */
record Meter(String kind, String name, Set<String> labels) {

  Meter {
    labels = Set.copyOf(labels);
  }

  /** Its name at {@code /q/metrics}; of a timer, what the names of its series begin with. */
  String family() {
    String base = name.replace('.', '_');
    return switch (kind) {
      case "Counter" -> base + "_total";
      case "Timer" -> base + "_seconds";
      default -> base;
    };
  }

  /** Names of its series. */
  Stream<String> series() {
    return kind.equals("Timer")
        ? List.of("_count", "_sum", "_max", "_bucket").stream().map(end -> family() + end)
        : Stream.of(family());
  }
}
