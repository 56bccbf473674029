package io.dlpo.cli.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Retries a request while the optimizer is unreachable. A run does not depend on the command that
 * follows it, so waiting is better than failing. A refusal is a response and is not retried.
 *
 * @param interval time between two attempts
 * @param silence how long the optimizer may be unreachable before the user is notified
 * @param timeout how long the optimizer may be unreachable
 * @param listener receives one message for each outage
 */
public record ReconnectPolicy(
    Duration interval, Duration silence, Duration timeout, Consumer<String> listener) {

  private static final Duration SILENCE = Duration.ofSeconds(5);
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  /** The policy of commands that read a run. */
  static ReconnectPolicy of(Duration interval, Consumer<String> listener) {
    return new ReconnectPolicy(interval, SILENCE, TIMEOUT, listener);
  }

  /**
   * Sends a request until there is a response.
   *
   * @throws io.dlpo.cli.CliException if the request is refused, or if the optimizer is unreachable
   *     for too long
   */
  public <T> T call(Supplier<T> request) {
    long start = System.nanoTime();
    boolean notified = false;
    while (true) {
      try {
        return request.get();
      } catch (OptimizerUnreachableException e) {
        long unreachable = System.nanoTime() - start;
        if (unreachable > timeout.toNanos()) {
          throw e;
        }
        if (!notified && unreachable >= silence.toNanos()) {
          notified = true;
          listener.accept("waiting for the optimizer; retrying (" + e.getMessage() + ")");
        }
        LockSupport.parkNanos(interval.toNanos());
      }
    }
  }
}
