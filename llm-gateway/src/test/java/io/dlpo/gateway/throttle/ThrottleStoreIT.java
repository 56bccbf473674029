package io.dlpo.gateway.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dlpo.gateway.LedgerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ThrottleStoreIT {

  private static DataSource database;
  private final ThrottleStore store = new ThrottleStore(database);

  @BeforeAll
  static void create() throws Exception {
    database = LedgerDatabase.create();
  }

  @Test
  void shouldBeFullUntilSomethingIsRefused() throws Exception {
    assertThat(store.read("fresh")).isEqualTo(Throttle.NONE);
  }

  @Test
  void shouldTellOtherProcessesOfARefusalAndOfTheWishForPeace() throws Exception {
    // When
    store.refused("told", Duration.ofSeconds(30));
    Throttle other = new ThrottleStore(database).read("told");

    // Then
    assertThat(other.share()).isEqualTo(0.5);
    assertThat(other.hold()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
    assertThat(store.read("another model")).isEqualTo(Throttle.NONE);
  }

  @Test
  void shouldCountTheRefusalsOfACrowdOnceAlsoOverProcesses() throws Exception {
    // Given connected processes: connecting may take longer than a burst
    List<Callable<Throttle>> refusals = new ArrayList<>();
    for (int process = 0; process < 16; process++) {
      ThrottleStore connected = connected();
      refusals.add(() -> connected.refused("crowd", Duration.ZERO));
    }

    // When
    List<Double> shares = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Throttle> refused : threads.invokeAll(refusals)) {
        shares.add(refused.get().share());
      }
    }

    // Then
    assertThat(shares).hasSize(16).containsOnly(0.5);
    assertThat(store.read("crowd").share()).isEqualTo(0.5);
  }

  private static ThrottleStore connected() throws SQLException {
    Connection open = database.getConnection();
    return new ThrottleStore(
        new PGSimpleDataSource() {
          @Override
          public Connection getConnection() {
            return open;
          }
        });
  }

  @Test
  void shouldReachAProcessThatHasLookedBefore() {
    // Given
    SharedThrottle one = new SharedThrottle(store, "reach");
    SharedThrottle two = new SharedThrottle(new ThrottleStore(database), "reach");
    assertThat(two.now().shareNow()).isEqualTo(1);

    // When
    one.refused(Duration.ZERO);

    // Then
    assertThat(one.known().shareNow()).isCloseTo(0.5, within(0.1));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(two.now().shareNow()).isLessThan(0.9));
  }
}
