package io.dlpo.testing.infrastructure;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.testcontainers.DockerClientFactory;

/**
 * How the real parts run. The system property {@code dlpo.test.infrastructure} forces one ({@code
 * containers} or {@code processes}); without it, or with {@code auto}, containers are used when a
 * Docker engine answers.
 */
public enum Infrastructure {
  CONTAINERS,
  PROCESSES;

  private static final String PROPERTY = "dlpo.test.infrastructure";
  private static final Logger LOG = Logger.getLogger(Infrastructure.class);

  /** The choice for this JVM; asks the Docker engine at most once. */
  public static Infrastructure chosen() {
    return Choice.MADE;
  }

  /** Says what is started, in the log. */
  public static void announce(String what) {
    LOG.info(what);
  }

  static Infrastructure parse(String setting, BooleanSupplier dockerAnswers) {
    return switch (setting.toLowerCase(Locale.ROOT)) {
      case "containers" -> CONTAINERS;
      case "processes" -> PROCESSES;
      case "auto" -> dockerAnswers.getAsBoolean() ? CONTAINERS : PROCESSES;
      default ->
          throw new IllegalArgumentException(
              PROPERTY + " is '" + setting + "'; allowed are containers, processes, auto");
    };
  }

  private static final class Choice {
    private static final Infrastructure MADE =
        parse(
            System.getProperty(PROPERTY, "auto"),
            () -> DockerClientFactory.instance().isDockerAvailable());
  }
}
