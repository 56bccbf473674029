package io.dlpo.optimizer.signature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.optimizer.step.Candidate;
import io.dlpo.optimizer.step.Plan;
import io.dlpo.optimizer.step.Ruling;
import io.dlpo.optimizer.step.StepOutcome;
import io.dlpo.optimizer.step.Tally;
import io.dlpo.optimizer.step.Verdict;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CourseTest {

  private static final Tally HALF = new Tally(20, 40);

  @Property
  void shouldWarnOfEachKindOnceAtMost(
      @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 40) Integer> scores) {
    Course course = Course.BEGINNING.scored(HALF);
    for (int score : scores) {
      // When
      course = course.after(compared(score >= 20 ? Ruling.NOT_WORSE : Ruling.WORSE, score));
      course = course.answered(new Tally(5, 5), new Tally(score, 40));

      // Then
      assertThat(course.signatures())
          .extracting(Signature::kind)
          .doesNotHaveDuplicates()
          .isSorted();
    }
  }

  @Property
  void shouldFindNoFaultWithARunThatImprovesAllTheTime(
      @ForAll @Size(max = 20) List<@IntRange(min = 21, max = 1_000) Integer> scores) {
    // Given
    Course course = Course.BEGINNING.scored(new Tally(20, 1_000));

    // When
    for (int score : scores.stream().distinct().sorted().toList()) {
      course = course.scored(new Tally(score, 1_000));
    }

    // Then
    assertThat(course.signatures()).isEmpty();
    assertThat(course.idle()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Ruling.class,
      names = {"WORSE", "FAR_WORSE", "OUT_OF_REACH", "SCREENED_OUT", "UNREADABLE", "UNCHANGED"})
  void shouldCountEveryUpdateThatCameToNothing(Ruling ruling) {
    // Given
    Course course = Course.BEGINNING.scored(HALF);

    // When
    for (int step = 1; step <= 6; step++) {
      assertThat(course.signatures()).isEmpty();
      course = course.after(without(ruling));
    }

    // Then
    assertThat(course.signatures())
        .extracting(Signature::kind)
        .containsExactly(SignatureKind.STAGNATION);
  }

  @Test
  void shouldCountAcceptedPromptsThatAreNoBetter() {
    // Given
    Course course = Course.BEGINNING.scored(HALF).scored(new Tally(25, 40));

    // When
    for (int step = 1; step <= 6; step++) {
      course = course.after(compared(Ruling.NOT_WORSE, 25));
    }

    // Then
    assertThat(course.signatures())
        .singleElement()
        .extracting(Signature::warning)
        .asString()
        .contains("6 updates in a row did not improve on an accuracy of 0.63 on 40 examples");
  }

  @ParameterizedTest
  @EnumSource(
      value = Ruling.class,
      names = {"NO_MISTAKE", "UNAFFORDABLE"})
  void shouldLearnNothingFromAStepThatTriedNothing(Ruling ruling) {
    // Given
    Course course = Course.BEGINNING.scored(HALF);

    // When
    Course after = course.after(without(ruling));

    // Then
    assertThat(after).isEqualTo(course);
  }

  @Test
  void shouldCountAnewAfterAnImprovementAndKeepWhatItHasSaid() {
    // Given
    Course course = Course.BEGINNING.scored(HALF);
    for (int step = 1; step <= 7; step++) {
      course = course.after(without(Ruling.WORSE));
    }

    // When
    Course better = course.after(compared(Ruling.NOT_WORSE, 30));

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
    Course course = Course.BEGINNING;

    // When
    for (Tally accuracy : Tallies.of(50, 70, 50, 70, 50, 70, 50, 70, 50, 70)) {
      course = course.scored(accuracy);
    }

    // Then
    assertThat(course.idle()).isGreaterThanOrEqualTo(Stagnation.LEAST_UPDATES);
    assertThat(course.signatures())
        .extracting(Signature::kind)
        .containsExactly(SignatureKind.OSCILLATION);
  }

  @Test
  void shouldReplaceAWarningByTheLaterOneOfItsKind() {
    // When
    Course course =
        Course.BEGINNING
            .compared(Tallies.place("a", 50, 50), Tallies.place("b", 30, 50))
            .compared(Tallies.place("a", 50, 50), Tallies.place("c", 20, 50));

    // Then
    assertThat(course.signatures())
        .singleElement()
        .extracting(Signature::warning)
        .asString()
        .contains("0.40 on 50 of c");
  }

  @Test
  void shouldAddUpTheBatchesOfOnePrompt() {
    // Given
    Course course = Course.BEGINNING.scored(new Tally(10, 40));

    // When
    Course little = course.answered(new Tally(9, 10), HALF);
    Course enough = little.answered(new Tally(10, 10), HALF);

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
    Course course = Course.BEGINNING.scored(new Tally(0, 40, 20 * Tally.ONE));

    // When
    Course better = course.scored(new Tally(0, 40, 20 * Tally.ONE + 1));
    Course worse = better.scored(new Tally(1, 40, 20 * Tally.ONE));

    // Then
    assertThat(better.idle()).isZero();
    assertThat(worse.idle()).isEqualTo(1);
  }

  @Test
  void shouldForgetTheBatchesOfAnEarlierPrompt() {
    // Given
    Course course = Course.BEGINNING.scored(HALF).answered(new Tally(19, 20), null);

    // When
    Course scored = course.after(compared(Ruling.NOT_WORSE, 25));
    Course unscored = course.after(outcome(Verdict.uncompared(Ruling.UNCOMPARED, "words", null)));

    // Then
    assertThat(course.batches()).isEqualTo(new Tally(19, 20));
    assertThat(scored.batches()).isNull();
    assertThat(unscored.batches()).isNull();
    assertThat(unscored.idle()).isEqualTo(course.idle());
  }

  @Test
  void shouldBeTheSameAfterATripThroughJson() throws JsonProcessingException {
    // Given
    ObjectMapper mapper = new ObjectMapper();
    Course course =
        Course.BEGINNING
            .scored(HALF)
            .answered(new Tally(3, 5), HALF)
            .compared(Tallies.place("a", 50, 50), Tallies.place("b", 30, 50));

    // When
    Course again = mapper.readValue(mapper.writeValueAsString(course), Course.class);

    // Then
    assertThat(again).isEqualTo(course);
  }

  private static StepOutcome compared(Ruling ruling, int correct) {
    return outcome(new Verdict(ruling, "words", new Tally(correct, 40), HALF, .05, 1.0, .5));
  }

  private static StepOutcome without(Ruling ruling) {
    return outcome(Verdict.uncompared(ruling, "words", HALF));
  }

  private static StepOutcome outcome(Verdict verdict) {
    return new StepOutcome(
        1,
        List.of("a"),
        PromptId.of("parent"),
        new Candidate(PromptId.of("candidate"), "candidate", List.of(), "be better"),
        Plan.NONE,
        verdict);
  }
}
