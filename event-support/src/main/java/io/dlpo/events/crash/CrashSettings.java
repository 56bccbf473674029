package io.dlpo.events.crash;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Crash injection for tests. Not for production. */
@ConfigMapping(prefix = "dlpo.crash")
public interface CrashSettings {

  /**
   * The crash points {@code SERVICE:POINT:N}, separated by commas; {@code DLPO_CRASH_AT}. Absent:
   * none.
   */
  Optional<String> at();

  /**
   * Folder in which processes record the points at which they crashed, so that each crash happens
   * once; {@code DLPO_CRASH_ONCE}. Absent: every process crashes.
   */
  Optional<Path> once();
}
