package io.dlpo.cli.terminal;

import java.util.Map;
import java.util.function.IntSupplier;

/**
 * What an output stream can show.
 *
 * @param interactive whether it is a terminal; otherwise it is a file or a pipe
 * @param coloured whether it shows colours
 * @param width its columns, which may change while a command runs
 */
public record Terminal(boolean interactive, boolean coloured, IntSupplier width) {

  private static final String STDOUT = "DLPO_TERMINAL_OUT";
  private static final String STDERR = "DLPO_TERMINAL";

  /** Standard output. */
  public static Terminal stdout() {
    return of(STDOUT, System.getenv());
  }

  /** Standard error. */
  public static Terminal stderr() {
    return of(STDERR, System.getenv());
  }

  /** A file or a pipe: lines of any length and no colour. */
  public static Terminal none() {
    return new Terminal(false, false, () -> Integer.MAX_VALUE);
  }

  /**
   * @param variable set by the script {@code dlpo} if the stream is a terminal
   */
  static Terminal of(String variable, Map<String, String> environment) {
    return environment.containsKey(variable)
        ? new Terminal(true, hasColours(environment), new TerminalWidth(environment))
        : none();
  }

  /** By <a href="https://no-color.org">NO_COLOR</a>, and by the terminal's type. */
  private static boolean hasColours(Map<String, String> environment) {
    String type = environment.getOrDefault("TERM", "");
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !type.isEmpty()
        && !type.equals("dumb");
  }
}
