package io.dlpo.gateway.pace;

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

class PaceStoreIT {

  private static DataSource database;
  private final PaceStore store = new PaceStore(database);

  @BeforeAll
  static void create() throws Exception {
    database = LedgerDatabase.create();
  }

  @Test
  void shouldBeFullUntilSomethingIsRefused() throws Exception {
    assertThat(store.read("fresh")).isEqualTo(Pace.FULL);
  }

  @Test
  void shouldTellOtherProcessesOfARefusalAndOfTheWishForPeace() throws Exception {
    // When
    store.refused("told", Duration.ofSeconds(30));
    Pace other = new PaceStore(database).read("told");

    // Then
    assertThat(other.share()).isEqualTo(0.5);
    assertThat(other.hold()).isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
    assertThat(store.read("another model")).isEqualTo(Pace.FULL);
  }

  @Test
  void shouldCountTheRefusalsOfACrowdOnceAlsoOverProcesses() throws Exception {
    // Given processes that are connected: to connect may take longer than a crowd lasts
    List<Callable<Pace>> refusals = new ArrayList<>();
    for (int process = 0; process < 16; process++) {
      PaceStore connected = connected();
      refusals.add(() -> connected.refused("crowd", Duration.ZERO));
    }

    // When
    List<Double> shares = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Pace> refused : threads.invokeAll(refusals)) {
        shares.add(refused.get().share());
      }
    }

    // Then
    assertThat(shares).hasSize(16).containsOnly(0.5);
    assertThat(store.read("crowd").share()).isEqualTo(0.5);
  }

  private static PaceStore connected() throws SQLException {
    Connection open = database.getConnection();
    return new PaceStore(
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
    SharedPace one = new SharedPace(store, "reach");
    SharedPace two = new SharedPace(new PaceStore(database), "reach");
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
