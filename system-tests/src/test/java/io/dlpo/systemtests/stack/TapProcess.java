package io.dlpo.systemtests.stack;

import static org.awaitility.Awaitility.await;

import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A program that reads events until it is ended, and prints or writes a line for each.
 *
 * @param command the running program
 * @param file the file with the lines
 */
public record TapProcess(RunningCommand command, Path file) implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final int TERMINATED = 143;

  /** A program that prints the lines. */
  public static TapProcess printing(RunningCommand command) {
    return new TapProcess(command, command.out());
  }

  /** Waits until the lines of interest are complete, and returns them. */
  public List<String> awaitLines(Predicate<String> wanted, Predicate<List<String>> complete) {
    return await("lines in " + file + "; errors in " + command.err())
        .atMost(TIMEOUT)
        .failFast("the program has ended", () -> !command.process().isAlive())
        .until(() -> lines().filter(wanted).toList(), complete);
  }

  /** The lines up to now, without one that is not complete. */
  private Stream<String> lines() {
    try {
      String text = Files.exists(file) ? Files.readString(file) : "";
      return text.substring(0, text.lastIndexOf('\n') + 1).lines();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Ends the program, which must not have ended by itself. */
  @Override
  public void close() {
    command.process().destroy();
    CommandResult result = command.await(TIMEOUT);
    if (result.exitStatus() != TERMINATED) {
      throw new AssertionError("the program has ended by itself: " + result);
    }
  }
}
