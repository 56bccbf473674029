package io.dlpo.testing.postgres;

import io.dlpo.testing.infrastructure.Infrastructure;
import io.dlpo.testing.infrastructure.ServerControl;
import java.time.Duration;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in a container. Testcontainers or a shutdown hook removes it with the JVM. */
final class ContainerPostgres implements ServerControl {

  private static final String IMAGE = "postgres:18";

  private final PostgreSQLContainer container;

  private ContainerPostgres(PostgreSQLContainer container) {
    this.container = container;
  }

  static ContainerPostgres started() {
    PostgreSQLContainer container =
        new PostgreSQLContainer(IMAGE)
            .withUsername(Credentials.USER)
            .withPassword(Credentials.PASSWORD)
            .withCommand("postgres", "-c", "max_connections=300", "-c", "fsync=off")
            .withStartupTimeout(Duration.ofMinutes(4));
    Infrastructure.announce("PostgreSQL: Testcontainers (" + IMAGE + ")");
    container.start();
    Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "postgres-shutdown"));
    return new ContainerPostgres(container);
  }

  @Override
  public String getAddress() {
    return container.getHost() + ":" + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
  }

  @Override
  public boolean isStoppable() {
    return false;
  }

  @Override
  public void stop() {
    throw new UnsupportedOperationException("a container would come back at another port");
  }

  @Override
  public void start() {
    throw new UnsupportedOperationException("a container would come back at another port");
  }
}
