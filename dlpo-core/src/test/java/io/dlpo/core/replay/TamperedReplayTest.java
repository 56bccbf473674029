package io.dlpo.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.PromptRejected;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.event.UpdateReplied;
import io.dlpo.core.run.PlayedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** One event of a finished run's log is changed: the replay says where. */
class TamperedReplayTest {

  private final PlayedRun run = PlayedRun.annealed(10, 1).play();
  private final List<Event> log = run.log();
  private final int accepted = Tampering.first(log, PromptAccepted.class, any -> true).step();
  private final int rejected =
      Tampering.first(log, PromptRejected.class, each -> each.decision().temperature() != null)
          .step();

  @Test
  void shouldNameTheDrawOfADecision() {
    Difference difference = tampered(PromptAccepted.class, decision -> decision.put("draw", 0.123));

    assertThat(difference)
        .isEqualTo(
            new Difference(
                accepted,
                "PromptAccepted run-1:" + accepted,
                "decision.draw",
                "0.123",
                String.valueOf(
                    Tampering.first(log, PromptAccepted.class, any -> true).decision().draw())));
  }

  @Test
  void shouldNameThePromptOfADecision() {
    Difference difference =
        tampered(PromptAccepted.class, decision -> decision.put("prompt", "Do as you like."));

    assertThat(difference.step()).isEqualTo(accepted);
    assertThat(difference.field()).isEqualTo("decision.prompt");
    assertThat(difference.recorded()).isEqualTo("\"Do as you like.\"");
  }

  @Test
  void shouldNameADecisionThatWasTurnedRound() {
    // Given
    PromptRejected no = Tampering.first(log, PromptRejected.class, e -> e.step() == rejected);
    List<Event> turned = new ArrayList<>(log);
    turned.set(log.indexOf(no), new PromptAccepted(no.runId(), no.step(), no.decision()));

    // When
    Difference difference = Replays.difference(run, turned);

    // Then
    assertThat(difference.step()).isEqualTo(rejected);
    assertThat(difference.event()).isEqualTo("PromptAccepted run-1:" + rejected);
    assertThat(difference.field()).isEqualTo("decision");
    assertThat(difference.recorded()).startsWith("accepted (");
    assertThat(difference.recomputed()).startsWith("rejected (");
  }

  @Test
  void shouldNameTheScoreThatDoesNotAddUp() {
    // Given
    List<Event> other =
        Tampering.with(
            log,
            BatchScored.class,
            each -> each.evaluation().step() == accepted && isAcceptance(each),
            scored -> scored.put("correct", scored.path("correct").asInt() + 1));

    // When
    Difference difference = Replays.difference(run, other);

    // Then
    assertThat(difference.step()).isEqualTo(accepted);
    assertThat(difference.event()).startsWith("BatchScored ");
    assertThat(difference.field()).isEqualTo("correct");
  }

  @Test
  void shouldNameTheStepWhoseScoreWasChangedThroughAndThrough() {
    // Given a score of nothing right, in all its figures
    List<Event> other =
        Tampering.with(
            log,
            BatchScored.class,
            each -> each.evaluation().step() == accepted && isAcceptance(each),
            scored -> {
              scored.put("correct", 0).put("score", 0.0);
              scored.path("examples").forEach(each -> ((ObjectNode) each).put("score", 0.0));
            });

    // When
    Difference difference = Replays.difference(run, other);

    // Then
    assertThat(difference.step()).isEqualTo(accepted);
    assertThat(difference.field()).isEqualTo("decision");
    assertThat(difference.recorded()).startsWith("accepted");
    assertThat(difference.recomputed()).startsWith("rejected");
  }

  @Test
  void shouldNameTheStepWhoseBatchLostItsMistakes() {
    // Given
    int step = Tampering.first(log, UpdateReplied.class, any -> true).step();
    List<Event> other =
        Tampering.with(
            log,
            BatchScored.class,
            each -> each.evaluation().step() == step && !each.mistakes().isEmpty(),
            scored -> ((ArrayNode) scored.get("mistakes")).removeAll());

    // When, Then
    assertThat(Replays.difference(run, other).step()).isEqualTo(step);
  }

  @Test
  void shouldNameTheUpdateThatAnotherGradientWouldHaveAskedFor() {
    Difference difference = gradientOfStep(3, gradient -> gradient.put("gradient", "Be brief."));

    assertThat(difference.step()).isEqualTo(3);
    assertThat(difference.event()).startsWith("UpdateReplied ");
    assertThat(difference.field()).isEqualTo("replies[0].request");
  }

  @Test
  void shouldNameTheGradientThatTellsOfOtherAnswersThanItsScore() {
    Difference difference =
        gradientOfStep(
            3, gradient -> gradient.put("correct", gradient.path("correct").asInt() == 0 ? 1 : 0));

    assertThat(difference.step()).isEqualTo(3);
    assertThat(difference.event()).startsWith("GradientProduced ");
    assertThat(difference.field()).isEqualTo("correct");
  }

  @Test
  void shouldNameTheCandidateThatAnotherReplyWouldHaveMade() {
    // Given
    List<Event> other =
        Tampering.with(
            log,
            UpdateReplied.class,
            each -> each.step() == accepted,
            update ->
                ((ObjectNode) update.path("replies").get(update.path("replies").size() - 1))
                    .put("text", "{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"Hm.\"}]}"));

    // When
    Difference difference = Replays.difference(run, other);

    // Then
    assertThat(difference.step()).isEqualTo(accepted);
    assertThat(difference.event()).startsWith("PromptProposed ");
    assertThat(difference.field()).isEqualTo("evaluation.promptId");
  }

  @Test
  void shouldNameTheExampleThatIsNotTheDatasets() {
    // Given
    List<Event> other =
        Tampering.with(
            log,
            PromptProposed.class,
            each -> each.evaluation().purpose() == Purpose.TEST,
            proposed ->
                ((ObjectNode) proposed.path("examples").get(2)).put("reference", "another"));

    // When
    Difference difference = Replays.difference(run, other);

    // Then
    assertThat(difference.step()).isEqualTo(10);
    assertThat(difference.field()).isEqualTo("examples[2].reference");
    assertThat(difference.recorded()).isEqualTo("\"another\"");
    assertThat(difference.recomputed()).isEqualTo("\"yes\"");
  }

  @Test
  void shouldNameTheProposalAndNotTheScoreWhereThePromptOfTheProposalWasChanged() {
    // Given
    List<Event> other =
        Tampering.with(
            log,
            PromptProposed.class,
            each -> each.evaluation().step() == accepted,
            proposed -> ((ObjectNode) proposed.get("evaluation")).put("prompt", "Another."));

    // When
    Difference difference = Replays.difference(run, other);

    // Then
    assertThat(difference.step()).isEqualTo(accepted);
    assertThat(difference.event()).startsWith("PromptProposed ");
    assertThat(difference.field()).isEqualTo("evaluation.prompt");
    assertThat(difference.recorded()).isEqualTo("\"Another.\"");
  }

  @Test
  void shouldNameThePromptThatAScoreClaimsToBeOf() {
    // Given
    List<Event> other =
        Tampering.with(
            log,
            BatchScored.class,
            each -> each.evaluation().step() == 2,
            scored -> ((ObjectNode) scored.get("evaluation")).put("prompt", "Another."));

    // When
    Difference difference = Replays.difference(run, other);

    // Then
    assertThat(difference.step()).isEqualTo(2);
    assertThat(difference.field()).isEqualTo("evaluation.prompt");
  }

  @Test
  void shouldNameWhatTheEndClaims() {
    assertThat(end(end -> end.put("trajectory", "0".repeat(64))).field()).isEqualTo("trajectory");
    assertThat(end(end -> end.put("bestPrompt", "Mine.")).field()).isEqualTo("bestPrompt");
    assertThat(end(end -> ((ObjectNode) end.get("usage")).put("paid", 0)).field())
        .isEqualTo("usage.paid");
  }

  @Test
  void shouldTakeTheTimeThatARunTookAsItIs() {
    List<Event> slower =
        Tampering.with(log, RunFinished.class, any -> true, end -> end.put("wallMillis", 999_999));

    assertThat(Replays.of(run, slower).result()).isInstanceOf(Result.Agrees.class);
  }

  @Test
  void shouldNameTheSeedThatIsNotTheSpecs() {
    List<Event> other =
        Tampering.with(log, RunRequested.class, any -> true, request -> request.put("seed", 9));

    assertThat(Replays.difference(run, other))
        .isEqualTo(new Difference(0, "RunRequested run-1", "seed", "9", "1"));
  }

  @Test
  void shouldNameTheStepOfTwoRecordsThatTellOneEventDifferently() {
    // Given the true record, and another one after the end
    BatchScored scored =
        Tampering.first(
            log,
            BatchScored.class,
            each -> each.evaluation().step() == accepted && isAcceptance(each));
    List<Event> more = new ArrayList<>(log);
    more.add(Tampering.changed(scored, each -> each.put("correct", 0)));

    // When
    Difference difference = Replays.difference(run, more);

    // Then
    assertThat(difference)
        .isEqualTo(
            new Difference(
                accepted,
                "BatchScored " + scored.identity(),
                "correct",
                String.valueOf(scored.correct()),
                "0 in a second record of the same event"));
    assertThat(difference.toString()).startsWith("step " + accepted + ", BatchScored ");
  }

  private Difference tampered(Class<PromptAccepted> type, Consumer<ObjectNode> change) {
    return Replays.difference(
        run,
        Tampering.with(
            log, type, any -> true, event -> change.accept((ObjectNode) event.get("decision"))));
  }

  private Difference gradientOfStep(int step, Consumer<ObjectNode> change) {
    return Replays.difference(
        run,
        Tampering.with(
            log, GradientProduced.class, each -> each.evaluation().step() == step, change));
  }

  private Difference end(Consumer<ObjectNode> change) {
    Difference difference =
        Replays.difference(run, Tampering.with(log, RunFinished.class, any -> true, change));
    assertThat(difference.step()).isEqualTo(10);
    return difference;
  }

  private static boolean isAcceptance(BatchScored scored) {
    return scored.evaluation().purpose() == Purpose.ACCEPTANCE;
  }
}
