package io.dlpo.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of the terminal: {@code COLUMNS} if it is set, otherwise what the terminal reports.
 * The terminal is asked again after a while, because its user may resize it.
 */
final class TerminalWidth implements IntSupplier {

  private static final int DEFAULT = 80;
  private static final int MINIMUM = 20;
  private static final long MAX_AGE_NANOS = Duration.ofSeconds(2).toNanos();
  private static final Pattern SIZE = Pattern.compile("\\d+ (\\d{1,4})\\s*");

  private final OptionalInt fixed;
  private int measured;
  private long measuredAt;

  TerminalWidth(Map<String, String> environment) {
    this.fixed = number(environment.getOrDefault("COLUMNS", ""));
  }

  @Override
  public int getAsInt() {
    long now = System.nanoTime();
    if (fixed.isEmpty() && (measured == 0 || now - measuredAt > MAX_AGE_NANOS)) {
      measured = measure().orElse(DEFAULT);
      measuredAt = now;
    }
    return Math.max(MINIMUM, fixed.orElse(measured));
  }

  private static OptionalInt number(String text) {
    return text.matches("[1-9]\\d{0,3}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  /** The program {@code stty} knows it; Java does not. */
  private static OptionalInt measure() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      stty.waitFor(1, TimeUnit.SECONDS);
      Matcher columns = SIZE.matcher(size);
      return columns.matches() ? number(columns.group(1)) : OptionalInt.empty();
    } catch (IOException e) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }
}
