package io.dlpo.systemtests.stack;

import java.nio.file.Files;
import java.util.Map;

/**
 * The class-data archives of the services. Processes that exit normally write them, and later ones
 * start in two thirds of the time. On a fresh checkout there are none, and tests kill most of their
 * processes.
 */
final class ClassDataArchives {

  private static final String ONE_OF_THEM = "target/classes-kept/optimizer-service.jsa";

  private ClassDataArchives() {}

  /** Starts and stops a stack if there are no archives yet. */
  static synchronized void create() {
    if (!Files.exists(Dlpo.inCheckout(ONE_OF_THEM))) {
      Dlpo first = Dlpo.fresh("first", Map.of());
      first.run("up", "--no-warm-up").expect(0);
      first.run("down").expect(0);
    }
  }
}
