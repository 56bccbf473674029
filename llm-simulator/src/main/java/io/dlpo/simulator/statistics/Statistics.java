package io.dlpo.simulator.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts completions since the start. Thread-safe. */
@ApplicationScoped
public class Statistics {

  private final SortedMap<String, Long> byModel = new TreeMap<>();
  private final SortedMap<Integer, Long> byStatus = new TreeMap<>();
  private final Deque<Long> answered = new ArrayDeque<>();

  /** How long a reply may be on its way to where it is kept. */
  private static final Duration ON_ITS_WAY = Duration.ofMillis(250);

  private long requests;
  private long open;
  private long maxConcurrent;

  /**
   * The counts at a moment.
   *
   * @param requests that came, refused ones too
   * @param byModel those that could be read, by the model they named
   * @param byStatus those that were answered, by the answer's status
   * @param maxConcurrent most that were open at once
   * @param open that wait for their answer now
   * @param justAnswered that were answered in the last quarter of a second: their clients may not
   *     have kept the answer yet
   */
  public record Counts(
      long requests,
      SortedMap<String, Long> byModel,
      SortedMap<Integer, Long> byStatus,
      long maxConcurrent,
      long open,
      long justAnswered) {}

  Statistics() {}

  /** A request came. */
  public synchronized void begin() {
    requests++;
    open++;
    maxConcurrent = Math.max(maxConcurrent, open);
  }

  /** It named a model that there is. */
  public synchronized void asks(String model) {
    byModel.merge(model, 1L, Long::sum);
  }

  /** It was answered. */
  public synchronized void end(int status) {
    open--;
    answered.addLast(System.nanoTime());
    forget();
    byStatus.merge(status, 1L, Long::sum);
  }

  /** Its client went away. */
  public synchronized void abandon() {
    open--;
  }

  /** What was counted so far. */
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
    long oldest = System.nanoTime() - ON_ITS_WAY.toNanos();
    while (!answered.isEmpty() && answered.getFirst() - oldest < 0) {
      answered.removeFirst();
    }
  }
}
