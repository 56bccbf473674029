package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
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
    ledger.ask(CallPurpose.BATCH, REQUEST, 0, () -> "12345678");
    ledger.ask(CallPurpose.VALIDATION, REQUEST, 0, () -> "never asked");
    ledger.ask(CallPurpose.BATCH, REQUEST, 0, () -> "never asked");

    // Then
    assertThat(ledger.spent())
        .containsOnlyKeys(CallPurpose.BATCH, CallPurpose.VALIDATION)
        .containsEntry(CallPurpose.BATCH, new Usage(1, 1, 3, 2, new Tokens(3, 2)))
        .containsEntry(CallPurpose.VALIDATION, new Usage(0, 1, 0, 0, new Tokens(3, 2)));
  }

  @Test
  void shouldGiveTheSameReplyAgain() {
    // When
    String first = ledger.ask(CallPurpose.CRITIQUE, REQUEST, 0, () -> "first").text();
    SimulatedLedger.Reply second = ledger.ask(CallPurpose.CRITIQUE, REQUEST, 0, () -> "second");

    // Then
    assertThat(second.text()).isEqualTo(first);
    assertThat(second.call().paid()).isFalse();
  }

  @Test
  void shouldTellTheModelsApart() {
    // When
    ledger.ask(CallPurpose.BATCH, REQUEST, 0, () -> "a");
    ledger.ask(CallPurpose.CRITIQUE, REQUEST, 0, () -> "b");

    // Then
    assertThat(ledger.spent().get(CallPurpose.CRITIQUE).paid()).isEqualTo(1);
  }

  @Test
  void shouldCountHiddenTokensWithTheReply() {
    // When
    ledger.ask(CallPurpose.UPDATE, REQUEST, 500, () -> "1234");

    // Then
    assertThat(ledger.spent().get(CallPurpose.UPDATE)).isEqualTo(new Usage(1, 0, 3, 501));
  }
}
