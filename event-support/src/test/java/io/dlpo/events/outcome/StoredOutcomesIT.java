package io.dlpo.events.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.metric.NumberMetric;
import io.dlpo.contracts.wire.EventJson;
import io.dlpo.testing.postgres.PostgresDatabase;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoredOutcomesIT {

  private static final RunId RUN = new RunId("run-1");
  private static final Evaluation EVALUATION =
      new Evaluation(
          new EvaluationId("e-1"),
          RUN,
          1,
          Purpose.BATCH,
          PromptId.of("Answer."),
          "Answer.",
          new NumberMetric(),
          new Engines(Engine.greedy("student"), Engine.greedy("teacher")),
          "scope",
          2);
  private static DataSource dataSource;
  private static StoredOutcomes outcomes;

  @BeforeAll
  static void createTable() throws Exception {
    dataSource = PostgresDatabase.create().dataSource();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema service");
      statement.execute(
          "create table service.outcome (input_id text primary key, subject text, events text not null, extensions text,"
              + " stored_at timestamptz not null default now())");
    }
    outcomes = new StoredOutcomes(dataSource, "service");
  }

  @Test
  void shouldKnowNothingOfAnInputThatWasNotHandled() {
    assertThat(outcomes.find("unseen")).isEmpty();
  }

  @Test
  void shouldReturnTheStoredEventsInTheirOrderAndToTheByte() {
    // Given
    List<Event> events =
        List.of(
            new RunCommanded("c-2", RUN, RunCommand.RESUME),
            new RunCommanded("c-1", RUN, RunCommand.PAUSE));

    // When
    outcomes.store("two", "run", Outcome.of(events));

    // Then
    List<Event> found = outcomes.find("two").orElseThrow().events();
    assertThat(found).isEqualTo(events);
    assertThat(found)
        .extracting(EventJson::write)
        .containsExactly(EventJson.write(events.get(0)), EventJson.write(events.get(1)));
  }

  @Test
  void shouldReturnTheStoredExtensions() {
    // Given
    Outcome outcome =
        new Outcome(
            List.of(new RunCommanded("c-4", RUN, RunCommand.PAUSE)),
            Map.of("sequence", "0000000007", "causationid", "input"));

    // When
    outcomes.store("extended", "run", outcome);

    // Then
    assertThat(outcomes.find("extended")).hasValue(outcome);
  }

  @Test
  void shouldReadAnOutcomeOfAVersionThatStoredNoExtensions() throws Exception {
    // Given
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("insert into service.outcome (input_id, events) values ('old', '[]')");
    }

    // When, Then
    assertThat(outcomes.find("old")).hasValue(Outcome.NONE);
  }

  @Test
  void shouldKeepTextThatJsonbRefuses() {
    // Given
    List<Event> events =
        List.of(
            new GradientProduced(
                EVALUATION, "a\u0000b", null, List.of(), Usage.NONE, Usage.NONE, 0, null));

    // When
    outcomes.store("nul", "run", Outcome.of(events));

    // Then
    assertThat(outcomes.find("nul")).hasValue(Outcome.of(events));
  }

  @Test
  void shouldTellAnInputWithoutEventsFromOneThatWasNotHandled() {
    // When
    outcomes.store("none", "run", Outcome.NONE);

    // Then
    assertThat(outcomes.find("none")).hasValue(Outcome.NONE);
  }

  @Test
  void shouldRefuseASecondOutcomeAndKeepTheFirst() {
    // Given
    Outcome first = Outcome.of(List.of(new RunCommanded("c-3", RUN, RunCommand.CANCEL)));
    outcomes.store("once", "run", first);

    // When
    assertThatThrownBy(() -> outcomes.store("once", "run", Outcome.NONE))
        // Then
        .isInstanceOf(OutcomeAccessException.class)
        .hasMessage("cannot store the outcome of once");
    assertThat(outcomes.find("once")).hasValue(first);
  }
}
