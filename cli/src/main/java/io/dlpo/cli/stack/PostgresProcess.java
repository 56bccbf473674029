package io.dlpo.cli.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL server of the stack, with the database {@code dlpo}. */
final class PostgresProcess implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PostgresProcess.class.getName());
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

  private final DlpoHome home;
  private final int port;
  private final RestartBackoff backoff = new RestartBackoff(System::nanoTime);
  private EmbeddedPostgres server;

  private PostgresProcess(DlpoHome home, int port) {
    this.home = home;
    this.port = port;
    this.server = launch();
  }

  /** Starts the server on the existing data, and creates the database if it is missing. */
  static PostgresProcess start(DlpoHome home, int port) {
    stopOrphan(home);
    PostgresProcess database = new PostgresProcess(home, port);
    database.createIfMissing();
    return database;
  }

  /** Stops a server that outlived its supervisor: two servers cannot share a folder. */
  private static void stopOrphan(DlpoHome home) {
    StackProcesses processes = new StackProcesses(home);
    recordedPid(home).flatMap(processes::find).ifPresent(server -> processes.stop(List.of(server)));
  }

  /** The pid in the server's pid file, which can outlive the server. */
  private static Optional<Long> recordedPid(DlpoHome home) {
    Path file = home.postgres().resolve("postmaster.pid");
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().findFirst().map(line -> Long.parseLong(line.strip()))
          : Optional.empty();
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private EmbeddedPostgres launch() {
    try {
      return EmbeddedPostgres.builder()
          .setDataDirectory(home.postgres())
          .setCleanDataDirectory(false)
          .setPort(port)
          .setPGStartupWait(START_TIMEOUT)
          .setRegisterShutdownHook(false)
          .setServerConfig("max_connections", "400")
          // The library's default, off, loses the last commits when the server is killed, although
          // their events are published.
          .setServerConfig("synchronous_commit", "on")
          .setOutputRedirector(ProcessBuilder.Redirect.appendTo(home.log("postgres").toFile()))
          .setErrorRedirector(ProcessBuilder.Redirect.appendTo(home.log("postgres").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not start; see " + home.log("postgres"), e);
    }
  }

  private void createIfMissing() {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet existing =
          statement.executeQuery("select from pg_database where datname = 'dlpo'")) {
        if (existing.next()) {
          return;
        }
      }
      statement.execute("create database dlpo");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the database dlpo: " + e.getMessage(), e);
    }
  }

  /** The process of the server; empty if it has exited. */
  Optional<Long> pid() {
    return recordedPid(home).filter(new StackProcesses(home)::isAlive);
  }

  /**
   * Restarts the server on the same port if it has exited.
   *
   * @return whether it was restarted
   */
  boolean restartIfExited() {
    if (pid().isPresent() || !backoff.isDue()) {
      return false;
    }
    LOG.log(System.Logger.Level.WARNING, "PostgreSQL exited; restarting it");
    try {
      // The lock of the exited server on its folder belongs to this process.
      server.close();
      server = launch();
      return true;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      LOG.log(System.Logger.Level.WARNING, "PostgreSQL did not start; retrying", e);
      return false;
    }
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/dlpo?user=postgres";
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL did not stop", e);
    }
  }
}
