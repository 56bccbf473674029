package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.systemtests.stack.FullDisk;
import io.dlpo.systemtests.stack.LocalStack;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.ServiceProcess;
import io.dlpo.systemtests.stack.Signal;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.testing.kafka.EventTap;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What passes by itself is waited out: the run ends as its undisturbed twin, and no record is taken
 * for a bad one. That parts may be killed is shown by the soak; here they are away for longer than
 * the clients' own patience, or go and come in good order.
 */
class OutageST {

  private static final int STEPS = 3;
  private static final Duration TIMEOUT = Duration.ofMinutes(6);

  /** How long evaluations wait for a prediction that could come. */
  private static final Duration DEADLINE = Duration.ofSeconds(35);

  /** Longer than that, and than the clients' session.timeout.ms and request.timeout.ms. */
  private static final Duration SILENCE = Duration.ofSeconds(50);

  private static LocalStack stack;

  @BeforeAll
  static void up() {
    stack =
        LocalStack.up(
            "outage",
            Map.of(
                "DLPO_SIMULATOR_LATENCY", "150ms", "DLPO_EVALUATOR_DEADLINE", DEADLINE.toString()),
            "--scale",
            "forward-engine=2",
            "--scale",
            "evaluator=2");
  }

  @AfterAll
  static void down() {
    stack.close();
  }

  @Test
  void shouldWaitForABrokerThatDoesNotAnswerForAWhile() {
    // Given
    Disturbed run = Disturbed.begin("broker-away", 501);
    long broker = stack.part("kafka");

    // When
    Signal.STOP.send(broker);
    try {
      await("silence").pollDelay(SILENCE).atMost(SILENCE.multipliedBy(2)).until(() -> true);
    } finally {
      Signal.CONTINUE.send(broker);
    }

    // Then
    run.expectTheEndOfItsTwin();
  }

  @Test
  void shouldWaitForABrokerWhoseDiskIsFull() {
    // Given
    Disturbed run = Disturbed.begin("disk-full", 504);
    long broker = stack.part("kafka");

    // When neither it nor the one that is started in its place finds room
    FullDisk full = FullDisk.of(stack.supervisor(), broker);
    try {
      anotherBrokerThan(anotherBrokerThan(broker));
    } finally {
      full.end();
    }

    // Then
    run.expectTheEndOfItsTwin();
  }

  @Test
  void shouldWaitForADatabaseThatEndsAmidATransaction() throws SQLException {
    // Given a run whose row is locked, so that the optimizer waits in its transaction
    Disturbed run = Disturbed.begin("database-away", 502);
    long database = stack.part("postgres");
    try (Connection lock = DriverManager.getConnection(stack.database())) {
      lock.setAutoCommit(false);
      lock(lock, run.runId());
      await("a transaction that waits").atMost(TIMEOUT).until(OutageST::someTransactionWaits);

      // When the database ends all transactions and itself
      Signal.INTERRUPT.send(database);
      await("another database")
          .atMost(TIMEOUT)
          .until(() -> stack.part("postgres"), successor -> successor != database);
    }

    // Then
    run.expectTheEndOfItsTwin();
  }

  @Test
  void shouldShareABatchAnewWhenWorkersLeaveAndJoinAmidIt() {
    // Given
    Disturbed run = Disturbed.begin("rebalance", 503);
    List<ServiceProcess> leaving =
        Stream.of("forward-engine", "evaluator")
            .map(service -> stack.services(service).getLast())
            .toList();

    // When they say good-bye to their groups, and others come in their place
    leaving.forEach(process -> Signal.TERMINATE.send(process.pid()));
    await("their successors")
        .atMost(TIMEOUT)
        .until(
            () ->
                leaving.stream()
                    .allMatch(
                        process ->
                            stack.services(process.name()).stream()
                                .allMatch(now -> now.ready() && now.pid() != process.pid())));

    // Then
    run.expectTheEndOfItsTwin();
  }

  private static long anotherBrokerThan(long pid) {
    return await("another broker")
        .atMost(TIMEOUT)
        .until(() -> stack.part("kafka"), successor -> successor != pid);
  }

  private static void lock(Connection connection, String runId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select from optimizer.run where id = ? for update")) {
      statement.setString(1, runId);
      assertThat(statement.executeQuery().next()).as("the row of run " + runId).isTrue();
    }
  }

  private static boolean someTransactionWaits() throws SQLException {
    try (Connection connection = DriverManager.getConnection(stack.database());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
      return row.next() && row.getInt(1) > 0;
    }
  }

  /** A run in its middle: predictions of its first batch have come. */
  private record Disturbed(String runId, Path spec, RunningCommand command) {

    static Disturbed begin(String name, long seed) {
      Path spec = SpecFile.small(stack.dlpo(), name, STEPS, seed);
      try (EventTap predictions =
          EventTap.fromEnd(stack.kafka(), EventType.PREDICTION_PRODUCED.topic())) {
        RunningCommand command = stack.startRun(spec, "--run-id", name);
        predictions.awaitRecords(
            tapped -> name.equals(tapped.json().at("/evaluation/runId").asText()), 5, TIMEOUT);
        return new Disturbed(name, spec, command);
      }
    }

    void expectTheEndOfItsTwin() {
      RunReport disturbed = new RunReport(command.await(TIMEOUT).expect(0).json());
      RunReport undisturbed = stack.run(spec);
      assertThat(disturbed.status()).isEqualTo("FINISHED");
      assertThat(disturbed.trajectory()).isEqualTo(undisturbed.trajectory());
      assertThat(disturbed.bestPrompt()).isEqualTo(undisturbed.bestPrompt());
      assertThat(disturbed.calls()).isEqualTo(undisturbed.calls());
      assertThat(undisturbed.paid()).as("what the ledger did not keep").isZero();
      assertThat(stack.deadLetters()).isEmpty();
    }
  }
}
