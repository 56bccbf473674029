package io.dlpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedModelResource;
import io.dlpo.testing.model.ScriptedReply;
import io.dlpo.testing.postgres.PostgresDatabase;
import io.dlpo.testing.postgres.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A restarted database, as the connection pool sees it: all of its connections are dead. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(ScriptedModelResource.class)
class DeadConnectionsIT {

  private static final int AT_ONCE = 12;

  /** The pool's connections: all except the test's own. */
  private static final String POOLED =
      " from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";

  @Inject ModelGateway gateway;

  PostgresDatabase database;
  ScriptedModel model;

  @BeforeEach
  void reset() {
    model.reset();
    model.script(request -> ScriptedReply.text("8"));
  }

  @Test
  void shouldAnswerTheFirstCallsAfterARestartOfTheDatabase() throws Exception {
    // Given connections that have been idle for a moment, as in a restart
    assertThat(calls()).hasSize(AT_ONCE).allMatch(ModelReply.Replied.class::isInstance);
    try (Connection connection = database.dataSource().getConnection()) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  count(
                          connection,
                          "select count(*)"
                              + POOLED
                              + " and state_change > clock_timestamp() - interval '1.5 seconds'")
                      == 0);

      // When
      int ended = count(connection, "select count(pg_terminate_backend(pid))" + POOLED);

      // Then
      assertThat(ended).isGreaterThan(1);
      assertThat(calls()).hasSize(AT_ONCE).allMatch(ModelReply.Replied.class::isInstance);
    }
  }

  /** Replies to concurrent calls; a call that throws fails the test. */
  private List<ModelReply> calls() throws Exception {
    Callable<ModelReply> call = () -> gateway.call(Requests.fresh());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return threads.invokeAll(Collections.nCopies(AT_ONCE, call)).stream()
          .map(Future::resultNow)
          .toList();
    }
  }

  private static int count(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
