package io.dlpo.testing.postgres;

import io.dlpo.testing.infrastructure.Infrastructure;
import io.dlpo.testing.infrastructure.ServerControl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.io.FileUtils;

/** The PostgreSQL binaries as processes, on a free port of the loopback interface. */
final class ProcessPostgres implements ServerControl {

  private final Path data;
  private final int port;
  private EmbeddedPostgres server;

  private ProcessPostgres(Path data, EmbeddedPostgres server) {
    this.data = data;
    this.port = server.getPort();
    this.server = server;
  }

  static ProcessPostgres started() {
    Infrastructure.announce("PostgreSQL: processes, no Docker engine is used");
    Path data = temporaryFolder();
    ProcessPostgres started = new ProcessPostgres(data, launch(data, 0));
    Runtime.getRuntime().addShutdownHook(new Thread(started::end, "postgres-shutdown"));
    return started;
  }

  private static EmbeddedPostgres launch(Path data, int port) {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setPort(port)
          .setPGStartupWait(Duration.ofMinutes(1))
          .setServerConfig("max_connections", "300")
          .setServerConfig("fsync", "off")
          // As in production: the library's default loses commits when the server is killed.
          .setServerConfig("synchronous_commit", "on")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start", e);
    }
  }

  @Override
  public String getAddress() {
    return "127.0.0.1:" + port;
  }

  @Override
  public boolean isStoppable() {
    return true;
  }

  @Override
  public synchronized void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not stop", e);
    }
  }

  @Override
  public synchronized void start() {
    server = launch(data, port);
  }

  private void end() {
    stop();
    FileUtils.deleteQuietly(data.toFile());
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("dlpo-postgres-");
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the database", e);
    }
  }
}
