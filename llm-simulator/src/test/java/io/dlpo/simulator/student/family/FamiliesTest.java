package io.dlpo.simulator.student.family;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.simulator.instruction.Weakness;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamiliesTest {

  @ParameterizedTest
  @CsvSource({
    "'I have two cats, a drum, and three dogs. How many animals do I have?',5",
    "'((2 + 3 * 4) - (-1)) =',15",
    "'not ( True ) or True is',True",
    "'Sort the following words alphabetically: List: bee ant bat','ant bat bee'",
    "'If you follow these instructions, do you return to the starting point? Turn around. Take 2 steps. Turn around. Take 2 steps.',Yes",
    "'Jane has 3 apples and eats 12.',12"
  })
  void shouldSolveWhatItReads(String text, String answer) {
    assertThat(Families.read(text).orElseThrow().answer(Set.of())).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "KINDS,'I have two cats, a drum, and three dogs. How many animals do I have?',2",
    "CATEGORY,'I have two cats, a drum, and three dogs. How many animals do I have?',6",
    "PRECEDENCE,'(1 + 2 * 3) =',9",
    "SIGN,'(-1 + 2) =',3",
    "NEGATION,'not True is',True",
    "FIRST_LETTER,'Sort the following words alphabetically: List: bee ant bat','ant bee bat'",
    "TURN,'If you follow these instructions, do you return to the starting point? Take 1 step.',Yes"
  })
  void shouldMakeTheMistakeOfAWeakness(Weakness weakness, String text, String answer) {
    assertThat(Families.read(text).orElseThrow().answer(Set.of(weakness))).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "'I have two cats and a drum. How many animals do I have?',2",
    "'(1 + 2 * 3) =',7",
    "'not True is',False",
    "'Sort the following words alphabetically: List: b a',a b",
    "'If you follow these instructions, do you return to the starting point? Take 1 step.',No"
  })
  void shouldFindItsQuestionInATemplate(String text, String answer) {
    assertThat(Families.read("Question 7:\n" + text + "\nAnswer:").orElseThrow().answer(Set.of()))
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "not ", "1 + ", "Take 99999999999 steps. ", "I have "})
  void shouldReadAnEndlessText(String part) {
    assertThat(Families.read(part.repeat(20_000))).isNotNull();
  }

  @Test
  void shouldNotReadWhatItDoesNotKnow() {
    assertThat(Families.read("What is love?")).isEmpty();
    assertThat(Families.read("")).isEmpty();
  }

  @Property
  void shouldEvaluateSumsAndProductsAsJavaDoes(
      @ForAll @IntRange(min = -9, max = 9) int a,
      @ForAll @IntRange(min = -9, max = 9) int b,
      @ForAll @IntRange(min = -9, max = 9) int c,
      @ForAll @IntRange(min = -9, max = 9) int d) {
    // Given
    String text = "((%d + %d * %d) - (%d - %d) * %d) =".formatted(a, b, c, d, a, b);

    // When
    String answer = Families.read(text).orElseThrow().answer(Set.of());

    // Then
    assertThat(answer).isEqualTo(String.valueOf((a + b * c) - (d - a) * b));
  }

  @Property
  void shouldEvaluateBooleansAsJavaDoes(
      @ForAll boolean a, @ForAll boolean b, @ForAll boolean c, @ForAll boolean d) {
    // Given
    String text =
        "not %s or %s and not ( %s or not %s ) and %s is"
            .formatted(word(a), word(b), word(c), word(d), word(a));

    // When
    String answer = Families.read(text).orElseThrow().answer(Set.of());

    // Then
    assertThat(answer).isEqualTo(word(!a || (b && !(c || !d) && a)));
  }

  @Property
  void shouldSortWords(
      @ForAll @Size(min = 1, max = 12) List<@AlphaChars @StringLength(min = 1) String> words) {
    // Given
    String text = "Sort the following words alphabetically: List: " + String.join(" ", words);

    // When
    String answer = Families.read(text).orElseThrow().answer(Set.of());

    // Then
    assertThat(answer.split(" "))
        .isSorted()
        .containsExactlyInAnyOrder(words.toArray(new String[0]));
  }

  @Property
  void shouldComeHomeAfterGoingBackTheSameWay(
      @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 9) Integer> steps) {
    // Given
    String out =
        steps.stream().map(n -> " Take %d steps. Turn left.".formatted(n)).collect(joining());
    String back =
        steps.reversed().stream()
            .map(n -> " Turn right. Take %d steps backward.".formatted(n))
            .collect(joining());
    String question = "If you follow these instructions, do you return to the starting point?";

    // Then
    assertThat(Families.read(question + out + back).orElseThrow().answer(Set.of()))
        .isEqualTo("Yes");
    assertThat(
            Families.read(question + out + back + " Take 1 step.").orElseThrow().answer(Set.of()))
        .isEqualTo("No");
  }

  private static String word(boolean value) {
    return value ? "True" : "False";
  }

  @Property
  void shouldReadAnyText(@ForAll String text) {
    Families.read(text)
        .ifPresent(question -> assertThat(question.slip()).isNotEqualTo(question.answer(Set.of())));
  }
}
