package io.dlpo.gateway;

import io.dlpo.testing.postgres.PostgresDatabase;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** A new database with the schema of the ledger. */
public final class LedgerDatabase {

  private static final List<String> SCRIPTS =
      List.of("V1__ledger.sql", "V2__rate.sql", "V21__abandoned_evaluations.sql", "V22__notes.sql");

  private LedgerDatabase() {}

  public static DataSource create() throws Exception {
    DataSource dataSource = PostgresDatabase.create().dataSource();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema ledger");
      for (String name : SCRIPTS) {
        try (InputStream script =
            Objects.requireNonNull(
                LedgerDatabase.class.getResourceAsStream("/db/ledger/" + name))) {
          statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return dataSource;
  }
}
