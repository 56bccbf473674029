package io.dlpo.events.fault;

import org.jspecify.annotations.Nullable;

/**
 * Bounds and escapes the messages of faults: the content of a record must neither make its dead
 * letter too large nor forge log lines.
 */
public final class FaultMessages {

  /** Maximum length; longer messages are truncated. */
  static final int MAX_LENGTH = 1000;

  private FaultMessages() {}

  /** The message of a fault on one line, for logs. */
  static String line(Throwable fault) {
    return line(message(fault));
  }

  /** A message on one line, for logs. */
  public static String line(String message) {
    StringBuilder line = new StringBuilder();
    cut(message)
        .codePoints()
        .forEach(
            point -> {
              if (isPrintable(point)) {
                line.appendCodePoint(point);
              } else {
                line.append("\\u%04x".formatted(point));
              }
            });
    return line.toString();
  }

  /** The fault itself, or one with a truncated message if it is too long. */
  static Throwable bounded(Throwable fault) {
    Throwable cause = fault.getCause();
    return isShort(fault) && (cause == null || isShort(cause))
        ? fault
        : new PermanentFaultException(cut(message(fault)));
  }

  private static boolean isShort(Throwable fault) {
    return message(fault).length() <= MAX_LENGTH;
  }

  private static String message(Throwable fault) {
    @Nullable String message = fault.getMessage();
    return message == null ? fault.toString() : message;
  }

  private static String cut(String message) {
    return message.length() > MAX_LENGTH ? message.substring(0, MAX_LENGTH) + "…" : message;
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
