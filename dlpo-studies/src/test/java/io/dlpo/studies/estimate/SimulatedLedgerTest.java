package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.contracts.evaluation.Usage;
import org.junit.jupiter.api.Test;

class SimulatedLedgerTest {

  private static final Request REQUEST = new Request("12345678", "1234");

  private final SimulatedLedger ledger =
      new SimulatedLedger(new Meter(EstimatedRuns.of("steps: 1").settings()));

  @Test
  void shouldPayForTheFirstOfEqualRequestsOnly() {
    // When
    ledger.ask(Stage.BATCH, REQUEST, 0, () -> "12345678");
    ledger.ask(Stage.VALIDATION, REQUEST, 0, () -> "never asked");
    ledger.ask(Stage.BATCH, REQUEST, 0, () -> "never asked");

    // Then
    assertThat(ledger.spent())
        .containsOnlyKeys(Stage.BATCH, Stage.VALIDATION)
        .containsEntry(Stage.BATCH, new Usage(1, 1, 3, 2, new Tokens(3, 2)))
        .containsEntry(Stage.VALIDATION, new Usage(0, 1, 0, 0, new Tokens(3, 2)));
  }

  @Test
  void shouldGiveTheSameReplyAgain() {
    // When
    String first = ledger.ask(Stage.CRITIQUE, REQUEST, 0, () -> "first").text();
    SimulatedLedger.Reply second = ledger.ask(Stage.CRITIQUE, REQUEST, 0, () -> "second");

    // Then
    assertThat(second.text()).isEqualTo(first);
    assertThat(second.call().paid()).isFalse();
  }

  @Test
  void shouldTellTheModelsApart() {
    // When
    ledger.ask(Stage.BATCH, REQUEST, 0, () -> "a");
    ledger.ask(Stage.CRITIQUE, REQUEST, 0, () -> "b");

    // Then
    assertThat(ledger.spent().get(Stage.CRITIQUE).paid()).isEqualTo(1);
  }

  @Test
  void shouldCountHiddenTokensWithTheReply() {
    // When
    ledger.ask(Stage.UPDATE, REQUEST, 500, () -> "1234");

    // Then
    assertThat(ledger.spent().get(Stage.UPDATE)).isEqualTo(new Usage(1, 0, 3, 501));
  }
}
