package io.dlpo.events.crash;

import io.dlpo.contracts.crash.Crash;
import io.dlpo.contracts.crash.CrashPlan;
import io.dlpo.contracts.crash.CrashTrigger;
import io.dlpo.events.EventSettings;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Arms the crash points at startup, before the first record arrives. */
@ApplicationScoped
public class CrashInjection {

  /** The status that a shell reports for a process ended by {@code kill -9}. */
  static final int STATUS = 137;

  private static final Logger LOG = Logger.getLogger(CrashInjection.class);
  private static final int FIRST = 1;

  private final CrashSettings settings;
  private final String service;

  CrashInjection(CrashSettings settings, EventSettings events) {
    this.settings = settings;
    this.service = events.service();
  }

  void arm(@Observes @Priority(FIRST) StartupEvent started) {
    settings.at().ifPresent(this::arm);
  }

  /**
   * @throws IllegalArgumentException if the setting names an unknown service or crash point
   */
  void arm(String at) {
    try {
      Crash.arm(
          new CrashTrigger(
              service, CrashPlan.parse(at), settings.once().orElse(null), CrashInjection::halt));
      LOG.warnf("crash injection is enabled: dlpo.crash.at is %s", at);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("dlpo.crash.at (DLPO_CRASH_AT): " + e.getMessage(), e);
    }
  }

  /** No shutdown hook runs, no transaction completes, no offset is committed. */
  private static void halt(String reason) {
    LOG.warn(reason);
    Runtime.getRuntime().halt(STATUS);
  }
}
