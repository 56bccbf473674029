package io.dlpo.simulator.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts requests since the start. Thread-safe. */
@ApplicationScoped
public class Statistics {

  private final SortedMap<String, Long> byModel = new TreeMap<>();
  private final SortedMap<Integer, Long> byStatus = new TreeMap<>();
  private final Deque<Long> answered = new ArrayDeque<>();

  /** How long a client may need to store a reply. */
  private static final Duration IN_TRANSIT = Duration.ofMillis(250);

  private long requests;
  private long open;
  private long maxConcurrent;

  /**
   * A snapshot of the counts.
   *
   * @param requests all requests, including refused ones
   * @param byModel valid requests by model
   * @param byStatus answered requests by HTTP status
   * @param maxConcurrent maximum number of concurrent requests
   * @param open requests that are waiting for their answer
   * @param justAnswered requests answered in the last quarter of a second: their clients may not
   *     have stored the answer yet
   */
  public record Counts(
      long requests,
      SortedMap<String, Long> byModel,
      SortedMap<Integer, Long> byStatus,
      long maxConcurrent,
      long open,
      long justAnswered) {}

  Statistics() {}

  /** A request arrived. */
  public synchronized void begin() {
    requests++;
    open++;
    maxConcurrent = Math.max(maxConcurrent, open);
  }

  /** A valid request for a model. */
  public synchronized void asks(String model) {
    byModel.merge(model, 1L, Long::sum);
  }

  /** A request was answered. */
  public synchronized void end(int status) {
    open--;
    answered.addLast(System.nanoTime());
    forget();
    byStatus.merge(status, 1L, Long::sum);
  }

  /** The client closed the connection. */
  public synchronized void abandon() {
    open--;
  }

  /** The current counts. */
  public synchronized Counts counts() {
    forget();
    return new Counts(
        requests,
        new TreeMap<>(byModel),
        new TreeMap<>(byStatus),
        maxConcurrent,
        open,
        answered.size());
  }

  private void forget() {
    long oldest = System.nanoTime() - IN_TRANSIT.toNanos();
    while (!answered.isEmpty() && answered.getFirst() - oldest < 0) {
      answered.removeFirst();
    }
  }
}
