package io.dlpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.GatewayMeters;
import io.dlpo.gateway.LedgerDatabase;
import io.dlpo.gateway.ModelRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LedgerIT {

  private static final EvaluationId EVALUATION = new EvaluationId("e1");
  private static Ledger ledger;

  @BeforeAll
  static void createLedger() throws Exception {
    ledger = new Ledger(LedgerDatabase.create(), new GatewayMeters(new SimpleMeterRegistry()));
  }

  @Test
  void shouldReturnWhatWasStoredAndNothingElse() throws Exception {
    // Given
    ModelRequest asked = request("1 + 1", "a");

    // When
    ledger.store(asked, entry("a", "2"));

    // Then
    assertThat(ledger.find(asked)).hasValue(entry("a", "2"));
    assertThat(ledger.find(request("1 + 2", "a"))).isEmpty();
  }

  @Test
  void shouldKeepAReplyThatTextCannotHold() throws Exception {
    // Given
    ModelRequest asked = request("say NUL", "a");

    // When
    LedgerEntry stored =
        ledger.store(asked, entry("a", "a\u0000b \ud83d half, \ud83d\ude00 whole"));

    // Then
    assertThat(stored.reply()).isEqualTo("a\u0000b ? half, \ud83d\ude00 whole");
    assertThat(ledger.find(asked)).hasValue(stored);
  }

  @Test
  void shouldTellOnlyTheRequesterThatPaidThatItPaid() throws Exception {
    // Given
    ledger.store(request("2 + 2", "a"), entry("a", "4"));

    // When
    ModelCall again =
        ledger.find(request("2 + 2", "a")).orElseThrow().callOf(request("2 + 2", "a"));
    ModelCall other =
        ledger.find(request("2 + 2", "b")).orElseThrow().callOf(request("2 + 2", "b"));

    // Then
    assertThat(again).isEqualTo(new ModelCall(true, 7, 3, 250));
    assertThat(other).isEqualTo(new ModelCall(false, 7, 3, 0));
  }

  @Test
  void shouldForgetAReplyWithoutAnAnswerThatAnEarlierVersionStored() throws Exception {
    // Given
    ModelRequest asked = request("3 + 3", "a");
    ledger.store(asked, entry("a", ""));

    // When
    Optional<LedgerEntry> useless = ledger.find(asked);
    LedgerEntry stored = ledger.store(asked, entry("b", "6"));

    // Then
    assertThat(useless).isEmpty();
    assertThat(stored).isEqualTo(entry("b", "6"));
    assertThat(ledger.find(asked)).hasValue(stored);
  }

  @Test
  void shouldKeepWhatARunShouldKnowAboutTheModel() throws Exception {
    // Given
    ModelRequest asked = request("4 + 4", "a");
    LedgerEntry entry =
        new LedgerEntry("a", "8", FinishReason.STOP, 7, 3, 250, true, List.of("one", "\"two\", 2"));

    // When
    ledger.store(asked, entry);

    // Then
    assertThat(ledger.find(asked)).hasValue(entry);
    assertThat(entry.callOf(asked)).isEqualTo(new ModelCall(true, 7, 3, 250, true));
  }

  @Test
  void shouldLetTheFirstOfRacingWorkersStandForAll() throws Exception {
    // Given
    List<Callable<LedgerEntry>> workers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String worker = "worker-" + i;
      workers.add(() -> ledger.store(request("race", worker), entry(worker, "from " + worker)));
    }

    // When
    List<LedgerEntry> seen = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(workers.size())) {
      for (Future<LedgerEntry> result : threads.invokeAll(workers)) {
        seen.add(result.get());
      }
    }

    // Then
    assertThat(seen).hasSize(16).containsOnly(ledger.find(request("race", "x")).orElseThrow());
  }

  @Test
  void shouldForgetTheSampledRepliesOfAScopeOnly() throws Exception {
    // Given
    ModelRequest sampled = sampled("forgotten");
    ModelRequest other = sampled("kept");
    ModelRequest greedy = request("stays", "a");
    for (ModelRequest asked : List.of(sampled, other, greedy)) {
      ledger.store(asked, entry("a", "2"));
    }

    // When, Then
    assertThat(ledger.forget("forgotten")).isEqualTo(1);
    assertThat(ledger.forget("")).isZero();
    assertThat(ledger.find(sampled)).isEmpty();
    assertThat(ledger.find(other)).isPresent();
    assertThat(ledger.find(greedy)).isPresent();
  }

  private static ModelRequest sampled(String scope) {
    Engine engine = new Engine("student", 1.0, null, null, null);
    return new ModelRequest(
        engine, "Answer.", "1 + 1", scope, 0, "a", EVALUATION, CallPurpose.BATCH);
  }

  private static ModelRequest request(String user, String requester) {
    return new ModelRequest(
        Engine.greedy("student"),
        "Answer.",
        user,
        "scope",
        0,
        requester,
        EVALUATION,
        CallPurpose.BATCH);
  }

  private static LedgerEntry entry(String requester, String reply) {
    return new LedgerEntry(requester, reply, FinishReason.STOP, 7, 3, 250);
  }
}
