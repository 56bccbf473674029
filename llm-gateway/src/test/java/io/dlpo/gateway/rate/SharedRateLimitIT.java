package io.dlpo.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.gateway.LedgerDatabase;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.ledger.LedgerException;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several limiters on one database, like several processes. */
class SharedRateLimitIT {

  private static DataSource database;

  @BeforeAll
  static void create() throws Exception {
    database = LedgerDatabase.create();
  }

  @Test
  void shouldShareOneLimitAmongProcesses() throws Exception {
    // Given 600 a minute: 60 at once and 9.5 a second after that
    List<SharedRateLimit> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(new SharedRateLimit(database, "shared", settings(600, 0)));
    }
    Queue<Long> taken = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();

    // When
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (SharedRateLimit process : processes) {
        threads.execute(
            () -> {
              for (int i = 0; i < 30; i++) {
                process.take(request());
                taken.add(System.nanoTime() - start);
              }
            });
      }
    }

    // Then
    assertThat(taken).hasSize(90);
    List<Long> times = taken.stream().sorted().toList();
    for (int i = 60; i < 90; i++) {
      long earliest = Math.round((i - 59) * 62e9 / 541);
      assertThat(times.get(i)).as("permit %d", i).isGreaterThan(earliest - 30_000_000);
    }
  }

  @Test
  void shouldHoldNoConnectionWhileItWaits() {
    // Given
    Counting counting = new Counting(database);
    SharedRateLimit limit = new SharedRateLimit(counting.dataSource(), "waiting", settings(10, 0));
    limit.take(request());

    // When the next permit is six seconds away
    Thread waiting = Thread.startVirtualThread(() -> limit.take(request()));
    Awaitility.await().until(() -> counting.looks.get() >= 2);

    // Then
    Awaitility.await()
        .during(Duration.ofMillis(500))
        .until(() -> counting.open.get() == 0 && waiting.isAlive());
    waiting.interrupt();
  }

  @Test
  void shouldWaitOutAnOutageAndNeverLetAnyoneThroughWithoutAPermit() throws Exception {
    // Given
    Counting counting = new Counting(database);
    SharedRateLimit limit = new SharedRateLimit(counting.dataSource(), "outage", settings(60, 0));
    counting.unreachable.set(true);

    // When
    Thread waiting = Thread.startVirtualThread(() -> limit.take(request()));
    Awaitility.await().until(() -> counting.refused.get() >= 2);

    // Then
    assertThat(waiting.isAlive()).isTrue();
    counting.unreachable.set(false);
    waiting.join(Duration.ofSeconds(10));
    assertThat(waiting.isAlive()).isFalse();
  }

  @Test
  void shouldGiveUpOnTheDatabaseWhenInterrupted() throws Exception {
    // Given
    Counting counting = new Counting(database);
    SharedRateLimit limit =
        new SharedRateLimit(counting.dataSource(), "interrupted", settings(60, 0));
    counting.unreachable.set(true);

    // Then
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> limit.take(request())).isInstanceOf(LedgerException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void shouldSettleTheEstimateWithWhatWasUsed() {
    // Given 60000 tokens a minute: 6000 at once and 871 a second after that
    SharedRateLimit limit = new SharedRateLimit(database, "tokens", settings(0, 60_000));
    long first = limit.take(request());
    limit.settle(first, 6000 + 871);

    // When
    long start = System.nanoTime();
    limit.take(request());
    Duration inDebt = Duration.ofNanos(System.nanoTime() - start);
    limit.settle(limit.take(request()), 1);

    // Then the debt of a second and the estimate of the second call had to come first
    assertThat(first).isEqualTo(TokenEstimate.of(request()));
    assertThat(inDebt).isGreaterThan(Duration.ofMillis(900));
  }

  @Test
  void shouldTakeAllThereIsForACallThatWantsMoreThanTheBucketHolds() {
    // Given
    SharedRateLimit limit = new SharedRateLimit(database, "large", settings(0, 100));

    // Then
    assertThat(limit.take(request())).isEqualTo(10);
  }

  @Test
  void shouldLimitNothingUnlessItIsTold() {
    // Given
    Counting counting = new Counting(database);
    SharedRateLimit limit = new SharedRateLimit(counting.dataSource(), "off", settings(0, 0));

    // When
    long taken = limit.take(request());
    limit.settle(taken, 100);

    // Then
    assertThat(limit.isEnabled()).isFalse();
    assertThat(taken).isZero();
    assertThat(counting.looks).hasValue(0);
  }

  private static ModelRequest request() {
    return new ModelRequest(
        Engine.greedy("student"),
        "Answer.",
        "1 + 1",
        "scope",
        0,
        "worker",
        new EvaluationId("e1"),
        CallPurpose.BATCH);
  }

  private static RateSettings settings(int requests, int tokens) {
    return new RateSettings() {
      @Override
      public int requestsPerMinute() {
        return requests;
      }

      @Override
      public int tokensPerMinute() {
        return tokens;
      }
    };
  }

  /** Counts the connections to a real database, and can make it unreachable. */
  private static final class Counting {

    private final DataSource real;
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicBoolean unreachable = new AtomicBoolean();

    Counting(DataSource real) {
      this.real = real;
    }

    DataSource dataSource() {
      return (DataSource)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {DataSource.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "getConnection" -> connection();
                    case "getLogWriter" ->
                        new PrintWriter(System.err, true, StandardCharsets.UTF_8);
                    default -> method.invoke(real, arguments);
                  });
    }

    private Connection connection() throws SQLException {
      if (unreachable.get()) {
        refused.incrementAndGet();
        throw new SQLException("the database is unreachable", "08001");
      }
      Connection connection = real.getConnection();
      looks.incrementAndGet();
      open.incrementAndGet();
      return (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("close")) {
                  open.decrementAndGet();
                }
                return method.invoke(connection, arguments);
              });
    }
  }
}
