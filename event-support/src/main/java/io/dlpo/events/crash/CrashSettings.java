package io.dlpo.events.crash;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings for tests: where processes die. Nothing of it is meant for a run that counts. */
@ConfigMapping(prefix = "dlpo.crash")
public interface CrashSettings {

  /** {@code SERVICE:POINT:N}, separated by commas; {@code DLPO_CRASH_AT}. Absent: nowhere. */
  Optional<String> at();

  /**
   * Folder in which processes note the points they have died at; each point is passed from then on.
   * Absent: every process dies anew; {@code DLPO_CRASH_ONCE}.
   */
  Optional<Path> once();
}
