package io.dlpo.contracts.crash;

import org.jspecify.annotations.Nullable;

/**
 * The process's own death at a point by name, for tests. The code before and after each write calls
 * {@link #at}; that does nothing, and costs the reading of a field, unless the process was told to
 * die somewhere.
 */
public final class Crash {

  private static volatile @Nullable Fuse fuse;

  private Crash() {}

  /** Lets the process die as a fuse says; null takes that back. */
  public static void arm(@Nullable Fuse armed) {
    fuse = armed;
  }

  /** The process has come to a point. */
  public static void at(CrashPoint point) {
    Fuse armed = fuse;
    if (armed != null) {
      armed.reach(point);
    }
  }
}
