package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.core.step.Draws;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AssumedStudentTest {

  private static final List<Example> EXAMPLES =
      IntStream.range(0, 1_000)
          .mapToObj(i -> new Example("e" + i, "question " + i, "yes"))
          .toList();

  @Property(tries = 30)
  void shouldAnswerAsManyAsTheAccuracySays(
      @ForAll @IntRange(max = 10) int tenths, @ForAll @IntRange(max = 1_000) int number) {
    // Given
    AssumedStudent student = student(number, "accuracy.start=" + tenths / 10.0);

    // Then
    assertThat(right(student, "p").size() / 1_000.0)
        .isBetween(tenths / 10.0 - 0.08, tenths / 10.0 + 0.08);
  }

  @Property(tries = 30)
  void shouldBeRightOnTheSameQuestionsAndMoreWithABetterPrompt(
      @ForAll @IntRange(max = 1_000) int number) {
    // Given
    AssumedStudent student = student(number, "candidate.better=1", "candidate.gain=1");

    // When
    student.made("p", "q");

    // Then
    assertThat(right(student, "q")).containsAll(right(student, "p"));
    assertThat(right(student, "q").size()).isGreaterThan(right(student, "p").size());
  }

  @Test
  void shouldTendToTheLastAccuracy() {
    // Given
    AssumedStudent student =
        student(
            1,
            "candidate.better=1",
            "candidate.gain=0.5",
            "accuracy.start=0.2",
            "accuracy.end=0.8");

    // When
    for (int step = 1; step <= 20; step++) {
      student.made("p".repeat(step), "p".repeat(step + 1));
    }

    // Then
    assertThat(student.progress("p")).isZero();
    assertThat(student.progress("pp")).isBetween(0.0, 1.0);
    assertThat(student.progress("p".repeat(21))).isGreaterThan(0.99);
    assertThat(right(student, "p".repeat(21)).size()).isBetween(740, 860);
  }

  @Test
  void shouldGainWhatIsAssumedOnAverage() {
    // Given
    AssumedStudent student =
        student(
            2,
            "candidate.better=1",
            "candidate.gain=0.3",
            "accuracy.start=0.2",
            "accuracy.end=0.8");

    // When
    double gained =
        IntStream.range(0, 2_000)
            .mapToDouble(
                i -> {
                  student.made("p", "better " + i);
                  return student.progress("better " + i);
                })
            .average()
            .orElseThrow();

    // Then
    assertThat(gained).isBetween(0.28, 0.32);
  }

  @Test
  void shouldLoseWhatIsAssumedOnAverage() {
    // Given
    AssumedStudent student =
        student(3, "candidate.better=0", "candidate.loss=0.1", "accuracy.start=0.6");

    // When
    double lost =
        IntStream.range(0, 300)
            .mapToDouble(
                i -> {
                  student.made("p", "worse " + i);
                  return right(student, "p").size() - right(student, "worse " + i).size();
                })
            .average()
            .orElseThrow();

    // Then
    assertThat(lost / 1_000).isBetween(0.08, 0.12);
  }

  @Test
  void shouldKeepTheAccuracyThatAPromptHas() {
    // Given
    AssumedStudent student = student(4, "candidate.better=1");
    student.made("p", "q");
    Set<String> before = right(student, "q");

    // When
    student.made("p", "q");

    // Then
    assertThat(right(student, "q")).isEqualTo(before);
  }

  @Test
  void shouldBeAtTheEndWhereNothingIsToBeGained() {
    assertThat(student(5, "accuracy.start=0.9", "accuracy.end=0.9").progress("p")).isEqualTo(1);
  }

  private static AssumedStudent student(int number, String... given) {
    Assumptions assumptions =
        Estimator.defaults(EstimatedRuns.of("steps: 1").settings()).given(List.of(given));
    return new AssumedStudent(assumptions, "p", Draws.of(1, 0, "test", number));
  }

  private static Set<String> right(AssumedStudent student, String prompt) {
    return EXAMPLES.stream()
        .filter(example -> student.answers(prompt, example))
        .map(Example::id)
        .collect(Collectors.toSet());
  }
}
