package io.dlpo.contracts.crash;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The points at which services crash, such as {@code optimizer:handled:5,evaluator:closed:1}: each
 * at the n-th time that one of its processes reaches it.
 *
 * @param times the n for each service and point, 1 or more
 */
public record CrashPlan(Map<String, Map<CrashPoint, Integer>> times) {

  /** The services that have crash points. */
  public static final List<String> SERVICES =
      List.of("forward-engine", "evaluator", "backward-engine", "optimizer");

  private static final String FORM = "SERVICE:POINT:N, separated by commas";

  public CrashPlan {
    Map<String, Map<CrashPoint, Integer>> copy = new HashMap<>();
    times.forEach((service, points) -> copy.put(service, Map.copyOf(points)));
    times = Map.copyOf(copy);
  }

  /**
   * Reads a plan.
   *
   * @throws IllegalArgumentException if the plan is invalid; the message is for the user
   */
  public static CrashPlan parse(String text) {
    Map<String, Map<CrashPoint, Integer>> times = new HashMap<>();
    for (String entry : text.split(",", -1)) {
      String[] parts = entry.strip().split(":", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException("'" + entry.strip() + "' is invalid; use " + FORM);
      }
      String service = service(parts[0]);
      CrashPoint point = CrashPoint.of(service, parts[1]);
      Integer before =
          times
              .computeIfAbsent(service, key -> new EnumMap<>(CrashPoint.class))
              .putIfAbsent(point, count(entry.strip(), parts[2]));
      if (before != null) {
        throw new IllegalArgumentException(service + ":" + parts[1] + " is named twice");
      }
    }
    return new CrashPlan(times);
  }

  private static String service(String name) {
    if (!SERVICES.contains(name)) {
      throw new IllegalArgumentException(
          "unknown service '%s'; use one of %s".formatted(name, String.join(", ", SERVICES)));
    }
    return name;
  }

  private static int count(String entry, String text) {
    try {
      int count = Integer.parseInt(text);
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Refused below, like a number that is too small.
    }
    throw new IllegalArgumentException(
        "'%s' has count '%s'; it must be a number, 1 or more".formatted(entry, text));
  }

  /** At which visit of the point a process of the service crashes; empty if never. */
  public OptionalInt of(String service, CrashPoint point) {
    Integer count = times.getOrDefault(service, Map.of()).get(point);
    return count == null ? OptionalInt.empty() : OptionalInt.of(count);
  }
}
