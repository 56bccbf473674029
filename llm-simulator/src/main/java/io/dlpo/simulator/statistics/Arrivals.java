package io.dlpo.simulator.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * When requests came, refused ones too: the witness of what really reached the endpoint.
 * Thread-safe.
 */
@ApplicationScoped
public class Arrivals {

  /** Of each model; the oldest are forgotten. */
  static final int REMEMBERED = 50_000;

  private final LongSupplier clock;
  private final SortedMap<String, Deque<Long>> byModel = new TreeMap<>();

  Arrivals() {
    this(System::currentTimeMillis);
  }

  /**
   * @param clock milliseconds
   */
  Arrivals(LongSupplier clock) {
    this.clock = clock;
  }

  /** A request for a model came. */
  public synchronized void note(String model) {
    Deque<Long> times = byModel.computeIfAbsent(model, name -> new ArrayDeque<>());
    times.add(clock.getAsLong());
    if (times.size() > REMEMBERED) {
      times.remove();
    }
  }

  /** Milliseconds since 1970 of each request, by model, in the order of arrival. */
  public synchronized SortedMap<String, List<Long>> times() {
    SortedMap<String, List<Long>> times = new TreeMap<>();
    byModel.forEach((model, arrivals) -> times.put(model, List.copyOf(arrivals)));
    return times;
  }
}
