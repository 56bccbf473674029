package io.dlpo.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.topic.TopicDefinition;
import io.dlpo.contracts.topic.TopicList;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker and the database as processes. */
class RealPartsIT {

  private static final int ROWS = 50;

  @TempDir private Path folder;

  @Test
  void shouldKeepAllTopicsWhenTheBrokerRestarts() throws Exception {
    // Given
    DlpoHome home = new DlpoHome(folder);
    KafkaBroker broker =
        new KafkaBroker(home, new Installation(Path.of("..").toAbsolutePath().normalize()));
    List<Integer> ports = LocalPorts.free(2);
    String address = "127.0.0.1:" + ports.getFirst();
    SupervisedProcess first = broker.start(ports.get(0), ports.get(1));
    TopicCreator.create(address);
    first.terminate();
    first.awaitExit();

    // When
    SupervisedProcess second = broker.start(ports.get(0), ports.get(1));
    TopicCreator.create(address);

    // Then
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
      assertThat(admin.listTopics().names().get())
          .containsExactlyInAnyOrderElementsOf(
              TopicList.load().all().stream().map(TopicDefinition::name).toList());
    } finally {
      second.terminate();
      second.awaitExit();
    }
    assertThat(second.isAlive()).isFalse();
  }

  @Test
  void shouldKeepTheDataWhenTheDatabaseRestarts() throws Exception {
    // Given
    DlpoHome home = new DlpoHome(folder);
    int port = LocalPorts.free(1).getFirst();
    try (PostgresProcess database = PostgresProcess.start(home, port);
        var connection = DriverManager.getConnection(database.jdbcUrl())) {
      connection.createStatement().execute("create table kept (x integer)");
    }

    // When
    PostgresProcess again = PostgresProcess.start(home, port);

    // Then
    try (var connection = DriverManager.getConnection(again.jdbcUrl())) {
      assertThat(connection.createStatement().execute("select x from kept")).isTrue();
    }
    long pid = again.pid().orElseThrow();
    again.close();
    await()
        .untilAsserted(
            () -> assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty());
  }

  @Test
  void shouldRestartAKilledDatabaseWithAllCommittedRows() throws Exception {
    // Given
    DlpoHome home = new DlpoHome(folder);
    try (PostgresProcess database = PostgresProcess.start(home, LocalPorts.free(1).getFirst())) {
      try (var connection = DriverManager.getConnection(database.jdbcUrl());
          var statement = connection.createStatement()) {
        statement.execute("create table kept (x integer)");
        for (int row = 0; row < ROWS; row++) {
          statement.execute("insert into kept values (" + row + ")");
        }
      }
      long killed = database.pid().orElseThrow();
      ProcessHandle.of(killed).orElseThrow().destroyForcibly();
      await().until(() -> database.pid().isEmpty());

      // When
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(500))
          .until(
              () -> {
                database.restartIfExited();
                return database.pid().isPresent();
              });

      // Then
      try (var connection = DriverManager.getConnection(database.jdbcUrl())) {
        try (var kept = connection.createStatement().executeQuery("select count(*) from kept")) {
          assertThat(kept.next()).isTrue();
          assertThat(kept.getInt(1)).isEqualTo(ROWS);
        }
      }
      assertThat(database.pid().orElseThrow()).isNotEqualTo(killed);
    }
  }
}
