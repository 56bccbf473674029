package io.dlpo.gateway.abandoned;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.gateway.LedgerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AbandonedStoreIT {

  private static DataSource database;
  private final AbandonedStore store = new AbandonedStore(database);

  @BeforeAll
  static void create() throws Exception {
    database = LedgerDatabase.create();
  }

  @Test
  void shouldTellOtherProcessesWhatWasAbandonedAndNothingElse() throws Exception {
    // When
    store.add(List.of(id("one"), id("two")));

    // Then
    AbandonedStore other = new AbandonedStore(database);
    assertThat(other.contains(id("one"))).isTrue();
    assertThat(other.contains(id("two"))).isTrue();
    assertThat(other.contains(id("three"))).isFalse();
  }

  @Test
  void shouldTakeWhatItHasAlready() throws Exception {
    // Given
    store.add(List.of(id("again")));

    // When
    store.add(List.of(id("again"), id("new")));

    // Then
    assertThat(store.contains(id("again"))).isTrue();
    assertThat(store.contains(id("new"))).isTrue();
  }

  @Test
  void shouldForgetWhatNoTopicHoldsAnyMore() throws Exception {
    // Given
    store.add(List.of(id("old"), id("recent")));
    age("old", 91);
    age("recent", 89);

    // When
    store.add(List.of(id("now")));

    // Then
    assertThat(store.contains(id("old"))).isFalse();
    assertThat(store.contains(id("recent"))).isTrue();
  }

  private static void age(String id, int days) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update ledger.abandoned_evaluation set abandoned_at = abandoned_at - interval '%d days' where evaluation_id = '%s'"
              .formatted(days, id));
    }
  }

  private static EvaluationId id(String value) {
    return new EvaluationId(value);
  }
}
