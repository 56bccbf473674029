package io.dlpo.testing.postgres;

import io.dlpo.testing.infrastructure.Infrastructure;
import io.dlpo.testing.infrastructure.ServerControl;
import io.dlpo.testing.infrastructure.SharedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A PostgreSQL server (18) for tests. It stops with the JVM. Thread-safe. */
public final class PostgresServer {

  private final ServerControl server;

  private PostgresServer(ServerControl server) {
    this.server = server;
  }

  /** Returns the server that all tests of this JVM share. The first call starts it. */
  public static PostgresServer shared() {
    return new PostgresServer(SharedServer.get("postgres", PostgresServer::startServer));
  }

  /** Starts a separate server for a test that stops it. */
  public static PostgresServer own() {
    return new PostgresServer(startServer());
  }

  private static ServerControl startServer() {
    return switch (Infrastructure.chosen()) {
      case CONTAINERS -> ContainerPostgres.started();
      case PROCESSES -> ProcessPostgres.started();
    };
  }

  /** Creates an empty database. */
  public PostgresDatabase createDatabase() {
    String name = "dlpo_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection =
            new PostgresDatabase(url("postgres")).dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the database " + name, e);
    }
    return new PostgresDatabase(url(name));
  }

  private String url(String database) {
    return "jdbc:postgresql://%s/%s?user=%s&password=%s"
        .formatted(server.getAddress(), database, Credentials.USER, Credentials.PASSWORD);
  }

  /** Whether this server can be stopped and started; containers cannot. */
  public boolean stoppable() {
    return server.isStoppable();
  }

  /** Stops the server but keeps its data. */
  public void stop() {
    server.stop();
  }

  /** Starts the stopped server at the same address, with its data. */
  public void start() {
    server.start();
  }
}
