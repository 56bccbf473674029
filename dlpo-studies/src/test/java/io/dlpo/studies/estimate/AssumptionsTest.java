package io.dlpo.studies.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.core.refusal.RefusedException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AssumptionsTest {

  private static final String REAL =
      "metric: {type: number}\nengines: {forward: {model: gpt-x}, backward: {model: gpt-y}}";

  @ParameterizedTest
  @EnumSource(Assumption.class)
  void shouldHaveAValueWithinItsBoundsForEachModel(Assumption assumption) {
    for (Assumptions all : List.of(defaults(REAL), defaults("metric: {type: number}"))) {
      assertThat(assumption.checked(all.value(assumption))).isNotNaN();
    }
  }

  @Test
  void shouldKnowTheSimulatorsModelsBetterThanOthers() {
    // When
    Assumptions real = defaults(REAL);
    Assumptions simulated = defaults("metric: {type: number}");

    // Then
    assertThat(source(real, Assumption.TOKENS_ANSWER)).isEqualTo("default of any model");
    assertThat(source(simulated, Assumption.TOKENS_ANSWER)).isEqualTo("default of sim-student");
    assertThat(source(simulated, Assumption.EDIT_TOKENS)).isEqualTo("default of sim-teacher");
    assertThat(simulated.value(Assumption.TOKENS_ANSWER))
        .isLessThan(real.value(Assumption.TOKENS_ANSWER));
  }

  @Test
  void shouldAssumeOfAModelOnlyWhatItsRoleIsAbout() {
    // Given: the teacher answers
    Assumptions swapped =
        defaults("metric: {type: number}\nengines: {forward: {model: sim-teacher}}");

    // Then
    assertThat(source(swapped, Assumption.TOKENS_ANSWER)).isEqualTo("default of any model");
  }

  @Test
  void shouldTakeWhatTheUserGives() {
    // When
    Assumptions given = defaults(REAL).given(List.of("tokens.answer=300", "accuracy.start=0.25"));

    // Then
    assertThat(given.value(Assumption.TOKENS_ANSWER)).isEqualTo(300);
    assertThat(given.tokens(Assumption.TOKENS_ANSWER)).isEqualTo(300);
    assertThat(given.value(Assumption.ACCURACY_START)).isEqualTo(0.25);
    assertThat(source(given, Assumption.ACCURACY_START)).isEqualTo("given");
    assertThat(source(given, Assumption.ACCURACY_END)).isEqualTo("default of any model");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "tokens.answer=many | tokens.answer is 'many'; must be 1 to 100000",
        "tokens.answer=0 | tokens.answer is 0; must be 1 to 100000",
        "tokens.answer | tokens.answer is ''; must be 1 to 100000",
        "accuracy.end=1.5 | accuracy.end is 1.5; must be 0 to 1",
        "accuracy.end=NaN | accuracy.end is NaN; must be 0 to 1",
        "luck=1 | 'luck' is not an assumption; use accuracy.start, accuracy.end"
      })
  void shouldNameWhatCannotBeAssumed(String given, String says) {
    assertThatThrownBy(() -> defaults(REAL).given(List.of(given)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(says);
  }

  @Test
  void shouldTellAllThatIsWrongAtOnce() {
    assertThatThrownBy(() -> defaults(REAL).given(List.of("a=1", "tokens.judge=2", "b=1")))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.problems()).hasSize(2));
  }

  @Test
  void shouldRefuseToLeaveAnythingOpen() {
    // Given
    Map<Assumption, AssumedValue> some = new EnumMap<>(defaults(REAL).all());
    some.remove(Assumption.EDIT_COUNT);

    // Then
    assertThatThrownBy(() -> new Assumptions(some))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("edit.count is missing; must be 0 to 20");
  }

  private static Assumptions defaults(String lines) {
    return Estimator.defaults(EstimatedRuns.with("steps: 1", lines).settings());
  }

  private static String source(Assumptions assumptions, Assumption one) {
    return assumptions.all().get(one).source();
  }
}
