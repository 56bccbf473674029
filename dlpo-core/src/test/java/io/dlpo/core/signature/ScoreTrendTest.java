package io.dlpo.core.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.Candidate;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.Plan;
import io.dlpo.core.step.StepDecision;
import io.dlpo.core.step.StepOutcome;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScoreTrendTest {

  private static final AggregateScore HALF = new AggregateScore(20, 40);

  @Property
  void shouldWarnOfEachKindOnceAtMost(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 40) Integer> scores) {
    ScoreTrend trend = ScoreTrend.BEGINNING.scored(HALF);
    for (int score : scores) {
      // When
      trend =
          trend.after(compared(score >= 20 ? DecisionKind.NOT_WORSE : DecisionKind.WORSE, score));
      trend = trend.answered(new AggregateScore(5, 5), new AggregateScore(score, 40));

      // Then
      assertThat(trend.signatures()).extracting(Signature::kind).doesNotHaveDuplicates().isSorted();
    }
  }

  @Property
  void shouldFindNoFaultWithARunThatImprovesAllTheTime(
      @ForAll @Size(max = 20) List<@IntRange(min = 21, max = 1_000) Integer> scores) {
    // Given
    ScoreTrend trend = ScoreTrend.BEGINNING.scored(new AggregateScore(20, 1_000));

    // When
    for (int score : scores.stream().distinct().sorted().toList()) {
      trend = trend.scored(new AggregateScore(score, 1_000));
    }

    // Then
    assertThat(trend.signatures()).isEmpty();
    assertThat(trend.idle()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = DecisionKind.class,
      names = {"WORSE", "FAR_WORSE", "OUT_OF_REACH", "SCREENED_OUT", "UNREADABLE", "UNCHANGED"})
  void shouldCountEveryUpdateThatCameToNothing(DecisionKind kind) {
    // Given
    ScoreTrend trend = ScoreTrend.BEGINNING.scored(HALF);

    // When
    for (int step = 1; step <= 6; step++) {
      assertThat(trend.signatures()).isEmpty();
      trend = trend.after(without(kind));
    }

    // Then
    assertThat(trend.signatures())
        .extracting(Signature::kind)
        .containsExactly(SignatureKind.STAGNATION);
  }

  @Test
  void shouldCountAcceptedPromptsThatAreNoBetter() {
    // Given
    ScoreTrend trend = ScoreTrend.BEGINNING.scored(HALF).scored(new AggregateScore(25, 40));

    // When
    for (int step = 1; step <= 6; step++) {
      trend = trend.after(compared(DecisionKind.NOT_WORSE, 25));
    }

    // Then
    assertThat(trend.signatures())
        .singleElement()
        .extracting(Signature::warning)
        .asString()
        .contains("6 updates in a row did not improve on an accuracy of 0.63 on 40 examples");
  }

  @ParameterizedTest
  @EnumSource(
      value = DecisionKind.class,
      names = {"NO_MISTAKE", "UNAFFORDABLE"})
  void shouldLearnNothingFromAStepThatTriedNothing(DecisionKind kind) {
    // Given
    ScoreTrend trend = ScoreTrend.BEGINNING.scored(HALF);

    // When
    ScoreTrend after = trend.after(without(kind));

    // Then
    assertThat(after).isEqualTo(trend);
  }

  @Test
  void shouldCountAnewAfterAnImprovementAndKeepWhatItHasSaid() {
    // Given
    ScoreTrend trend = ScoreTrend.BEGINNING.scored(HALF);
    for (int step = 1; step <= 7; step++) {
      trend = trend.after(without(DecisionKind.WORSE));
    }

    // When
    ScoreTrend better = trend.after(compared(DecisionKind.NOT_WORSE, 30));

    // Then
    assertThat(better.idle()).isZero();
    assertThat(better.signatures())
        .singleElement()
        .extracting(Signature::warning)
        .asString()
        .contains("7 updates in a row from the first on");
  }

  @Test
  void shouldNotAdviseARunThatSwingsToTakeLargerSteps() {
    // Given
    ScoreTrend trend = ScoreTrend.BEGINNING;

    // When
    for (AggregateScore accuracy : Tallies.of(50, 70, 50, 70, 50, 70, 50, 70, 50, 70)) {
      trend = trend.scored(accuracy);
    }

    // Then
    assertThat(trend.idle()).isGreaterThanOrEqualTo(Stagnation.LEAST_UPDATES);
    assertThat(trend.signatures())
        .extracting(Signature::kind)
        .containsExactly(SignatureKind.OSCILLATION);
  }

  @Test
  void shouldReplaceAWarningByTheLaterOneOfItsKind() {
    // When
    ScoreTrend trend =
        ScoreTrend.BEGINNING
            .compared(Tallies.place("a", 50, 50), Tallies.place("b", 30, 50))
            .compared(Tallies.place("a", 50, 50), Tallies.place("c", 20, 50));

    // Then
    assertThat(trend.signatures())
        .singleElement()
        .extracting(Signature::warning)
        .asString()
        .contains("0.40 on 50 of c");
  }

  @Test
  void shouldAddUpTheBatchesOfOnePrompt() {
    // Given
    ScoreTrend trend = ScoreTrend.BEGINNING.scored(new AggregateScore(10, 40));

    // When
    ScoreTrend little = trend.answered(new AggregateScore(9, 10), HALF);
    ScoreTrend enough = little.answered(new AggregateScore(10, 10), HALF);

    // Then
    assertThat(little.signatures()).isEmpty();
    assertThat(enough.signatures())
        .singleElement()
        .extracting(Signature::warning)
        .asString()
        .contains("0.95 on 20 examples of batches of the train split, but of 0.50 on 40 of");
  }

  @Test
  void shouldSeeAnImprovementOfAGradedScore() {
    // Given
    ScoreTrend trend =
        ScoreTrend.BEGINNING.scored(new AggregateScore(0, 40, 20 * AggregateScore.ONE));

    // When
    ScoreTrend better = trend.scored(new AggregateScore(0, 40, 20 * AggregateScore.ONE + 1));
    ScoreTrend worse = better.scored(new AggregateScore(1, 40, 20 * AggregateScore.ONE));

    // Then
    assertThat(better.idle()).isZero();
    assertThat(worse.idle()).isEqualTo(1);
  }

  @Test
  void shouldForgetTheBatchesOfAnEarlierPrompt() {
    // Given
    ScoreTrend trend = ScoreTrend.BEGINNING.scored(HALF).answered(new AggregateScore(19, 20), null);

    // When
    ScoreTrend scored = trend.after(compared(DecisionKind.NOT_WORSE, 25));
    ScoreTrend unscored =
        trend.after(outcome(StepDecision.uncompared(DecisionKind.UNCOMPARED, "words", null)));

    // Then
    assertThat(trend.batches()).isEqualTo(new AggregateScore(19, 20));
    assertThat(scored.batches()).isNull();
    assertThat(unscored.batches()).isNull();
    assertThat(unscored.idle()).isEqualTo(trend.idle());
  }

  @Test
  void shouldBeTheSameAfterATripThroughJson() throws JsonProcessingException {
    // Given
    ObjectMapper mapper = new ObjectMapper();
    ScoreTrend trend =
        ScoreTrend.BEGINNING
            .scored(HALF)
            .answered(new AggregateScore(3, 5), HALF)
            .compared(Tallies.place("a", 50, 50), Tallies.place("b", 30, 50));

    // When
    ScoreTrend again = mapper.readValue(mapper.writeValueAsString(trend), ScoreTrend.class);

    // Then
    assertThat(again).isEqualTo(trend);
  }

  private static StepOutcome compared(DecisionKind kind, int correct) {
    return outcome(
        new StepDecision(kind, "words", new AggregateScore(correct, 40), HALF, .05, 1.0, .5));
  }

  private static StepOutcome without(DecisionKind kind) {
    return outcome(StepDecision.uncompared(kind, "words", HALF));
  }

  private static StepOutcome outcome(StepDecision decision) {
    return new StepOutcome(
        1,
        List.of("a"),
        PromptId.of("parent"),
        new Candidate(PromptId.of("candidate"), "candidate", List.of(), "be better"),
        Plan.NONE,
        decision,
        List.of());
  }
}
