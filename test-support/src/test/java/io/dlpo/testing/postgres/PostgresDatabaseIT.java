package io.dlpo.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresDatabaseIT {

  @Test
  void shouldBePostgresEighteen() throws SQLException {
    assertThat(query(PostgresDatabase.create(), "show server_version")).startsWith("18");
  }

  @Test
  void shouldGiveEveryTestADatabaseOfItsOwn() throws SQLException {
    // Given
    PostgresDatabase one = PostgresDatabase.create();
    PostgresDatabase other = PostgresDatabase.create();

    // When
    execute(one, "create table mark (id int)");

    // Then
    String count = "select count(*) from pg_tables where tablename = 'mark'";
    assertThat(query(one, count)).isEqualTo("1");
    assertThat(query(other, count)).isEqualTo("0");
  }

  @Test
  void shouldComeBackAfterAStopWithItsDataAtTheSameAddress() throws SQLException {
    // Given
    PostgresServer server = PostgresServer.own();
    assumeThat(server.stoppable()).isTrue();
    PostgresDatabase database = server.createDatabase();
    execute(database, "create table mark as select 7 as id");

    // When
    server.stop();
    server.start();

    // Then
    assertThat(query(database, "select id from mark")).isEqualTo("7");
    server.stop();
  }

  private static void execute(PostgresDatabase database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(PostgresDatabase database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }
}
