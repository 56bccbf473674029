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

/** PostgreSQL as a process, with database {@code dlpo}. */
final class PostgresServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PostgresServer.class.getName());
  private static final Duration START = Duration.ofSeconds(60);

  private final DlpoHome home;
  private final int port;
  private final RestartBackoff backoff = new RestartBackoff(System::nanoTime);
  private EmbeddedPostgres server;

  private PostgresServer(DlpoHome home, int port) {
    this.home = home;
    this.port = port;
    this.server = launch();
  }

  /** Starts it with the data of the last time, and makes the database if it is not there. */
  static PostgresServer start(DlpoHome home, int port) {
    endLeftOver(home);
    PostgresServer database = new PostgresServer(home, port);
    database.make();
    return database;
  }

  /** Ends a server that has outlived its supervisor: two would share one folder. */
  private static void endLeftOver(DlpoHome home) {
    StackProcesses processes = new StackProcesses(home);
    written(home).flatMap(processes::living).ifPresent(server -> processes.end(List.of(server)));
  }

  /** The pid in the server's own file, which outlives it. */
  private static Optional<Long> written(DlpoHome home) {
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
          .setPGStartupWait(START)
          .setRegisterShutdownHook(false)
          .setServerConfig("max_connections", "400")
          // The library's own choice, off, forgets the last commits when the server is killed: what
          // an event has said of them already would not be so.
          .setServerConfig("synchronous_commit", "on")
          .setOutputRedirector(ProcessBuilder.Redirect.appendTo(home.log("postgres").toFile()))
          .setErrorRedirector(ProcessBuilder.Redirect.appendTo(home.log("postgres").toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL does not start; see " + home.log("postgres"), e);
    }
  }

  private void make() {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet there =
          statement.executeQuery("select from pg_database where datname = 'dlpo'")) {
        if (there.next()) {
          return;
        }
      }
      statement.execute("create database dlpo");
    } catch (SQLException e) {
      throw new IllegalStateException("cannot make the database dlpo: " + e.getMessage(), e);
    }
  }

  /** Its process; empty if it has died. */
  Optional<Long> pid() {
    return written(home).filter(new StackProcesses(home)::isAlive);
  }

  /** Starts it again if it has died, at the same port; whether it has done so. */
  boolean reviveIfDead() {
    if (pid().isPresent() || !backoff.isDue()) {
      return false;
    }
    LOG.log(System.Logger.Level.WARNING, "PostgreSQL has ended and is started again");
    try {
      // The dead server's lock on the folder is this process's own.
      server.close();
      server = launch();
      return true;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      LOG.log(System.Logger.Level.WARNING, "PostgreSQL does not start, it is tried again", e);
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
      throw new UncheckedIOException("PostgreSQL does not stop", e);
    }
  }
}
