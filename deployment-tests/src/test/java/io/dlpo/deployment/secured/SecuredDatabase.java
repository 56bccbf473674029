package io.dlpo.deployment.secured;

import io.dlpo.deployment.manifest.Manifest;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * A PostgreSQL that lets nobody in without TLS and a password. What CloudNativePG makes of a {@code
 * Cluster} is made here by a superuser.
 */
final class SecuredDatabase implements AutoCloseable {

  /** The superuser comes without TLS, to make and to end the server. */
  private static final String ACCESS =
      """
      host all postgres 127.0.0.1/32 trust
      hostssl all all 127.0.0.1/32 scram-sha-256
      """;

  private final EmbeddedPostgres server;
  private final Certificates certificates;

  private SecuredDatabase(EmbeddedPostgres server, Certificates certificates) {
    this.server = server;
    this.certificates = certificates;
  }

  static SecuredDatabase start(Path folder, Certificates certificates, Manifest cluster)
      throws IOException, SQLException {
    Path data = folder.resolve("postgres");
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setPGStartupWait(Duration.ofMinutes(1))
            .setServerConfig("ssl", "on")
            .setServerConfig("ssl_cert_file", certificates.certificate().toString())
            .setServerConfig("ssl_key_file", certificates.key().toString())
            .setServerConfig("max_connections", "300")
            .start();
    SecuredDatabase database = new SecuredDatabase(server, certificates);
    database.apply(cluster);
    Files.writeString(data.resolve("pg_hba.conf"), ACCESS);
    database.execute("postgres", List.of("select pg_reload_conf()"));
    return database;
  }

  /** Makes the database, roles and schemas of a {@code Cluster}. */
  private void apply(Manifest cluster) throws SQLException {
    String name = cluster.at("/spec/bootstrap/initdb/database").asText();
    String owner = cluster.at("/spec/bootstrap/initdb/owner").asText();
    execute(
        "postgres",
        List.of("create role " + owner + " login", "create database " + name + " owner " + owner));
    execute(
        name,
        cluster
            .at("/spec/bootstrap/initdb/postInitApplicationSQL")
            .valueStream()
            .map(statement -> statement.asText())
            .toList());
    execute(
        name,
        cluster
            .at("/spec/managed/roles")
            .valueStream()
            .filter(role -> role.has("passwordSecret"))
            .map(role -> role.path("name").asText())
            .map(role -> "alter role %s password '%s'".formatted(role, password(role)))
            .toList());
  }

  private void execute(String database, List<String> statements) throws SQLException {
    try (Connection connection = server.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  String address() {
    return "127.0.0.1:" + server.getPort();
  }

  /** The password that a role has here. */
  static String password(String role) {
    return role + "-password";
  }

  /** A connection as a role, with TLS or, in vain, without. */
  Connection connect(String role, boolean tls) throws SQLException {
    String mode = tls ? "verify-full&sslrootcert=" + certificates.certificate() : "disable";
    return DriverManager.getConnection(
        "jdbc:postgresql://" + address() + "/dlpo?sslmode=" + mode, role, password(role));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
