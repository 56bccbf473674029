package io.dlpo.contracts.crash;

import org.jspecify.annotations.Nullable;

/**
 * Ends the process at a named point, for tests. The code calls {@link #at} before and after each
 * write. Unless the process is armed, this only reads a field.
 */
public final class Crash {

  private static volatile @Nullable CrashTrigger trigger;

  private Crash() {}

  /** Sets the trigger that may end the process; null disarms it. */
  public static void arm(@Nullable CrashTrigger armed) {
    trigger = armed;
  }

  /** The process reached a point. */
  public static void at(CrashPoint point) {
    CrashTrigger armed = trigger;
    if (armed != null) {
      armed.reach(point);
    }
  }
}
