package io.dlpo.cli.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks again while the optimizer is away, for what is looked at goes on without it or will. What it
 * answers, a refusal too, is an answer.
 *
 * @param look time between two questions
 * @param quiet how long it may be away before that is told
 * @param most how long it may be away
 * @param waiting is told once for each absence what is waited for, in words
 */
public record ReconnectPolicy(
    Duration look, Duration quiet, Duration most, Consumer<String> waiting) {

  private static final Duration QUIET = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofMinutes(10);

  /** As a command has it that looks at something. */
  static ReconnectPolicy of(Duration look, Consumer<String> waiting) {
    return new ReconnectPolicy(look, QUIET, MOST, waiting);
  }

  /**
   * The answer to a question.
   *
   * @throws io.dlpo.cli.CliException if it is a refusal, or the optimizer is away for too long
   */
  public <T> T ask(Supplier<T> question) {
    long start = System.nanoTime();
    boolean told = false;
    while (true) {
      try {
        return question.get();
      } catch (OptimizerUnreachableException e) {
        long away = System.nanoTime() - start;
        if (away > most.toNanos()) {
          throw e;
        }
        if (!told && away >= quiet.toNanos()) {
          told = true;
          waiting.accept("the optimizer to come back (" + e.getMessage() + ")");
        }
        LockSupport.parkNanos(look.toNanos());
      }
    }
  }
}
