package io.dlpo.testing.infrastructure;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.testcontainers.DockerClientFactory;

/**
 * Whether Kafka and the other servers run in containers or as processes. The system property {@code
 * dlpo.test.infrastructure} selects {@code containers} or {@code processes}. By default, or with
 * {@code auto}, containers are used if a Docker engine answers.
 */
public enum Infrastructure {
  CONTAINERS,
  PROCESSES;

  private static final String PROPERTY = "dlpo.test.infrastructure";
  private static final Logger LOG = Logger.getLogger(Infrastructure.class);

  /** Returns the choice for this JVM. Queries the Docker engine at most once. */
  public static Infrastructure chosen() {
    return Choice.MADE;
  }

  /** Logs what is started. */
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
              PROPERTY + " is '" + setting + "'; must be one of containers, processes, auto");
    };
  }

  private static final class Choice {
    private static final Infrastructure MADE =
        parse(
            System.getProperty(PROPERTY, "auto"),
            () -> DockerClientFactory.instance().isDockerAvailable());
  }
}
