package io.dlpo.events.fault;

import org.jspecify.annotations.Nullable;

/**
 * Why a record could not be processed, in words of bounded length: what a record says must neither
 * make its dead letter larger than a topic takes nor a log look like something else.
 */
public final class Reasons {

  /** Characters of a reason; longer ones are cut. */
  static final int MOST = 1000;

  private Reasons() {}

  /** The reason on one line, for a log. */
  static String line(Throwable fault) {
    return line(message(fault));
  }

  /** What is said, on one line, for a log. */
  public static String line(String message) {
    StringBuilder line = new StringBuilder();
    cut(message)
        .codePoints()
        .forEach(
            point -> {
              if (isHarmless(point)) {
                line.appendCodePoint(point);
              } else {
                line.append("\\u%04x".formatted(point));
              }
            });
    return line.toString();
  }

  /** The same fault, or one with its bounded reason if it says too much. */
  static Throwable bounded(Throwable fault) {
    Throwable cause = fault.getCause();
    return isShort(fault) && (cause == null || isShort(cause))
        ? fault
        : new PermanentFaultException(cut(message(fault)));
  }

  private static boolean isShort(Throwable fault) {
    return message(fault).length() <= MOST;
  }

  private static String message(Throwable fault) {
    @Nullable String message = fault.getMessage();
    return message == null ? fault.toString() : message;
  }

  private static String cut(String message) {
    return message.length() > MOST ? message.substring(0, MOST) + "…" : message;
  }

  private static boolean isHarmless(int point) {
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
