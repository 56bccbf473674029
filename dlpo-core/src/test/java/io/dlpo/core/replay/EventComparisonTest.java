package io.dlpo.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.contracts.event.RecordedReply;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.contracts.event.RunOutcome;
import io.dlpo.contracts.event.UpdateReplied;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventComparisonTest {

  private static final HeldOutScore SCORE = new HeldOutScore(5, 10, 0.5, 0.2, 0.8);

  @Test
  void shouldFindNothingInEqualEventsNorInTheirTimeAndAdvice() {
    assertThat(EventComparison.compare(3, end(SCORE, 10, "a", "b"), end(SCORE, 20, "c"))).isEmpty();
  }

  @Test
  void shouldTakeNoRoundingForADifference() {
    HeldOutScore rounded = new HeldOutScore(5, 10, 0.5, 0.2, 0.8 + 1e-12);
    HeldOutScore other = new HeldOutScore(5, 10, 0.5, 0.2, 0.8 + 1e-7);

    assertThat(EventComparison.compare(3, end(SCORE, 10), end(rounded, 10))).isEmpty();
    assertThat(EventComparison.compare(3, end(SCORE, 10), end(other, 10))).isPresent();
  }

  @Test
  void shouldNameAFieldWithinAField() {
    HeldOutScore other = new HeldOutScore(5, 10, 0.5, 0.2, 0.9);

    assertThat(EventComparison.compare(3, end(SCORE, 10), end(other, 10)))
        .contains(new Difference(3, "RunFinished run-1", "best.upper", "0.8", "0.9"));
  }

  @Test
  void shouldNameAPlaceInAList() {
    assertThat(EventComparison.compare(3, replied("a", "b"), replied("a", "c")))
        .contains(new Difference(3, "UpdateReplied e", "replies[1].text", "\"b\"", "\"c\""));
  }

  @Test
  void shouldShowListsOfDifferentLengthAsAWhole() {
    assertThat(EventComparison.compare(3, replied("a"), replied("a", "b")))
        .hasValueSatisfying(difference -> assertThat(difference.field()).isEqualTo("replies"));
  }

  @Test
  void shouldSayWhereOneOfBothHasNothing() {
    assertThat(EventComparison.compare(3, end(SCORE, 1), end(null, 1)))
        .hasValueSatisfying(
            difference -> {
              assertThat(difference.field()).isEqualTo("best");
              assertThat(difference.recorded()).startsWith("{\"correct\":5");
              assertThat(difference.recomputed()).isEqualTo("nothing");
            });
  }

  @Test
  void shouldIgnoreFieldsThatOlderVersionsDidNotPublish() {
    RunFinished old = compared(null);

    assertThat(EventComparison.compare(3, old, compared(List.of("a")))).isEmpty();
    assertThat(EventComparison.compare(3, compared(List.of("a")), compared(List.of("b"))))
        .hasValueSatisfying(
            difference -> assertThat(difference.field()).isEqualTo("comparison.improved[0]"));
    assertThat(EventComparison.compare(3, compared(List.of("a")), old)).isPresent();
  }

  @Test
  void shouldNameAnEventByItsTypeAndIdentity() {
    assertThat(EventComparison.name(new RunCommanded("c-1", new RunId("run-1"), RunCommand.PAUSE)))
        .isEqualTo("RunCommanded c-1");
  }

  @Test
  void shouldCutLongValuesAndTellTheirLength() {
    Difference difference = new Difference(1, "e", Difference.WHOLE, "x".repeat(1_000), "y");

    assertThat(difference.recorded()).hasSizeLessThan(400).endsWith("… (1000 characters)");
    assertThat(difference.toString()).startsWith("step 1, e, the event: recorded xxx");
  }

  private static UpdateReplied replied(String... texts) {
    return new UpdateReplied(
        new RunId("run-1"),
        3,
        new EvaluationId("e"),
        Stream.of(texts)
            .map(text -> new RecordedReply("UPDATE", "r", text, false, null, ModelCall.NONE))
            .toList());
  }

  private static RunFinished compared(@Nullable List<String> improved) {
    return end(SCORE, 10, new Comparison("MCNEMAR_EXACT", 0.1, 0.0, 0.2, 0.5, improved, improved));
  }

  private static RunFinished end(@Nullable HeldOutScore best, long millis, String... warnings) {
    return end(best, millis, null, warnings);
  }

  private static RunFinished end(
      @Nullable HeldOutScore best,
      long millis,
      @Nullable Comparison comparison,
      String... warnings) {
    return new RunFinished(
        new RunId("run-1"),
        RunOutcome.FINISHED,
        null,
        3,
        2,
        1,
        PromptId.of("a"),
        PromptId.of("b"),
        "b",
        null,
        best,
        Usage.NONE,
        millis,
        0,
        "digest",
        comparison,
        List.of(warnings),
        null);
  }
}
