package io.dlpo.simulator.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * The arrival times of requests, including refused ones. Evidence of what reached the endpoint.
 * Thread-safe.
 */
@ApplicationScoped
public class Arrivals {

  /** Maximum number per model; the oldest are dropped. */
  static final int REMEMBERED = 50_000;

  private final LongSupplier clock;
  private final SortedMap<String, Deque<Long>> byModel = new TreeMap<>();

  Arrivals() {
    this(System::currentTimeMillis);
  }

  /**
   * @param clock the time in milliseconds
   */
  Arrivals(LongSupplier clock) {
    this.clock = clock;
  }

  /** Records a request for a model. */
  public synchronized void note(String model) {
    Deque<Long> times = byModel.computeIfAbsent(model, name -> new ArrayDeque<>());
    times.add(clock.getAsLong());
    if (times.size() > REMEMBERED) {
      times.remove();
    }
  }

  /** The arrival times in milliseconds since 1970, by model, in order. */
  public synchronized SortedMap<String, List<Long>> times() {
    SortedMap<String, List<Long>> times = new TreeMap<>();
    byModel.forEach((model, arrivals) -> times.put(model, List.copyOf(arrivals)));
    return times;
  }
}
