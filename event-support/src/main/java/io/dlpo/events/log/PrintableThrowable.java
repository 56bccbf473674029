package io.dlpo.events.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints like another throwable, with the control characters of its messages escaped. */
@SuppressWarnings("OverrideThrowableToString") // stack traces print it, with the name of the class
final class PrintableThrowable extends Throwable {

  private static final long serialVersionUID = 1L;

  private final String printed;

  private PrintableThrowable(String printed, @Nullable Throwable cause) {
    super(printed, cause, true, true);
    this.printed = printed;
  }

  /** Returns the throwable itself if it and its causes have nothing to escape. */
  static Throwable of(Throwable thrown) {
    return isPrintable(thrown, identities()) ? thrown : copy(thrown, identities());
  }

  private static boolean isPrintable(@Nullable Throwable thrown, Set<Throwable> seen) {
    if (thrown == null || !seen.add(thrown)) {
      return true;
    }
    if (!PrintableText.isPrintable(thrown.toString()) || !isPrintable(thrown.getCause(), seen)) {
      return false;
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      if (!isPrintable(suppressed, seen)) {
        return false;
      }
    }
    return true;
  }

  /** A throwable that is its own cause is copied once. */
  private static PrintableThrowable copy(Throwable thrown, Set<Throwable> seen) {
    seen.add(thrown);
    @Nullable Throwable cause = thrown.getCause();
    PrintableThrowable copy =
        new PrintableThrowable(
            PrintableText.of(thrown.toString()),
            cause == null || seen.contains(cause) ? null : copy(cause, seen));
    copy.setStackTrace(thrown.getStackTrace());
    for (Throwable suppressed : thrown.getSuppressed()) {
      if (!seen.contains(suppressed)) {
        copy.addSuppressed(copy(suppressed, seen));
      }
    }
    return copy;
  }

  private static Set<Throwable> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  @Override
  public String toString() {
    return printed;
  }
}
