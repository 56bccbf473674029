package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.contracts.evaluation.Usage;
import org.junit.jupiter.api.Test;

class SimulatedLedgerTest {

  private static final SimulatedRequest REQUEST = new SimulatedRequest("12345678", "1234");

  private final SimulatedLedger ledger =
      new SimulatedLedger(new TokenMeter(EstimatedRuns.of("steps: 1").settings()));

  @Test
  void shouldPayForTheFirstOfEqualRequestsOnly() {
    // When
    ledger.ask(EstimateStage.BATCH, REQUEST, 0, () -> "12345678");
    ledger.ask(EstimateStage.VALIDATION, REQUEST, 0, () -> "never asked");
    ledger.ask(EstimateStage.BATCH, REQUEST, 0, () -> "never asked");

    // Then
    assertThat(ledger.spent())
        .containsOnlyKeys(EstimateStage.BATCH, EstimateStage.VALIDATION)
        .containsEntry(EstimateStage.BATCH, new Usage(1, 1, 3, 2, new Tokens(3, 2)))
        .containsEntry(EstimateStage.VALIDATION, new Usage(0, 1, 0, 0, new Tokens(3, 2)));
  }

  @Test
  void shouldGiveTheSameReplyAgain() {
    // When
    String first = ledger.ask(EstimateStage.CRITIQUE, REQUEST, 0, () -> "first").text();
    SimulatedLedger.Reply second = ledger.ask(EstimateStage.CRITIQUE, REQUEST, 0, () -> "second");

    // Then
    assertThat(second.text()).isEqualTo(first);
    assertThat(second.call().paid()).isFalse();
  }

  @Test
  void shouldTellTheModelsApart() {
    // When
    ledger.ask(EstimateStage.BATCH, REQUEST, 0, () -> "a");
    ledger.ask(EstimateStage.CRITIQUE, REQUEST, 0, () -> "b");

    // Then
    assertThat(ledger.spent().get(EstimateStage.CRITIQUE).paid()).isEqualTo(1);
  }

  @Test
  void shouldCountHiddenTokensWithTheReply() {
    // When
    ledger.ask(EstimateStage.UPDATE, REQUEST, 500, () -> "1234");

    // Then
    assertThat(ledger.spent().get(EstimateStage.UPDATE)).isEqualTo(new Usage(1, 0, 3, 501));
  }
}
