package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.event.EventType;
import io.dlpo.contracts.event.PromptCommanded;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.systemtests.stack.Disturbed;
import io.dlpo.systemtests.stack.DisturbedRun;
import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.FullDisk;
import io.dlpo.systemtests.stack.LocalStack;
import io.dlpo.systemtests.stack.ServiceProcess;
import io.dlpo.systemtests.stack.Signal;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.TestProducer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A run survives temporary outages: it ends like an undisturbed run, and no record becomes a dead
 * letter. Here, parts freeze for longer than the clients' timeouts, or stop gracefully and restart.
 * Other tests kill them.
 */
@Execution(ExecutionMode.SAME_THREAD)
class OutageST {

  private static final int STEPS = 3;
  private static final Duration TIMEOUT = Duration.ofMinutes(6);

  /**
   * Longer than session.timeout.ms and request.timeout.ms of the clients, and than an evaluation
   * waits for a prediction.
   */
  private static final Duration SILENCE = Duration.ofSeconds(40);

  private final LocalStack stack;

  OutageST(@Disturbed LocalStack stack) {
    this.stack = stack;
  }

  @Test
  void shouldWaitForABrokerThatDoesNotAnswerForAWhile() throws IOException {
    // Given
    PromptCommanded promotion = promoted();
    DisturbedRun run = begin("broker-away", 501);
    long broker = stack.part("kafka");

    // When
    Signal.STOP.send(broker);
    try {
      await("silence").pollDelay(SILENCE).atMost(SILENCE.multipliedBy(2)).until(() -> true);

      // Then applications read their prompts all the same
      assertThat(stack.promotedPrompt(promotion.name().value()).path("prompt").asText())
          .isEqualTo(promotion.prompt());
    } finally {
      Signal.CONTINUE.send(broker);
    }

    // Then
    run.expectUndisturbedEnd();
  }

  @Test
  @Tag("nightly")
  void shouldWaitForABrokerWhoseDiskIsFull() {
    // Given
    DisturbedRun run = begin("disk-full", 504);
    long broker = stack.part("kafka");

    // When the broker and its replacement find the disk full
    FullDisk full = FullDisk.of(stack.supervisor(), broker);
    try {
      anotherBrokerThan(anotherBrokerThan(broker));
    } finally {
      full.end();
    }

    // Then
    run.expectUndisturbedEnd();
  }

  @Test
  void shouldWaitForADatabaseThatEndsInATransaction() throws SQLException {
    // Given a run whose row is locked, so that the optimizer blocks in its transaction
    DisturbedRun run = begin("database-away", 502);
    long database = stack.part("postgres");
    try (Connection lock = DriverManager.getConnection(stack.database())) {
      lock.setAutoCommit(false);
      lock(lock, run.runId());
      await("a transaction that waits").atMost(TIMEOUT).until(this::someTransactionWaits);

      // When the database aborts all transactions and shuts down
      Signal.INTERRUPT.send(database);
      await("another database")
          .atMost(TIMEOUT)
          .until(() -> stack.part("postgres"), successor -> successor != database);
    }

    // Then
    run.expectUndisturbedEnd();
  }

  @Test
  @Tag("nightly")
  void shouldShareABatchAgainWhenWorkersLeaveAndJoin() {
    // Given
    DisturbedRun run = begin("rebalance", 503);
    List<ServiceProcess> leaving =
        Stream.of("forward-engine", "evaluator")
            .map(service -> stack.services(service).getLast())
            .toList();

    // When they leave their groups, and new members join
    leaving.forEach(process -> Signal.TERMINATE.send(process.pid()));
    leaving.forEach(stack::awaitSuccessor);

    // Then
    run.expectUndisturbedEnd();
  }

  /** Promotes the prompt of the contracts' sample. */
  private PromptCommanded promoted() throws IOException {
    Path sample = Dlpo.inCheckout("contracts/src/test/resources/samples/PromptCommanded.v1.json");
    PromptCommanded promotion = EventJson.read(Files.readAllBytes(sample), PromptCommanded.class);
    try (EventTap tap = EventTap.fromEnd(stack.kafka(), EventType.PROMPT_PROMOTED.topic());
        TestProducer producer = TestProducer.to(stack.kafka())) {
      producer.send(promotion);
      tap.awaitRecords(record -> promotion.partitionKey().equals(record.key()), 1, TIMEOUT);
    }
    return promotion;
  }

  private DisturbedRun begin(String name, long seed) {
    return DisturbedRun.begin(stack, name, STEPS, seed);
  }

  private long anotherBrokerThan(long pid) {
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

  private boolean someTransactionWaits() throws SQLException {
    try (Connection connection = DriverManager.getConnection(stack.database());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
      return row.next() && row.getInt(1) > 0;
    }
  }
}
