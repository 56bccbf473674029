package io.dlpo.simulator.student.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.simulator.instruction.Weakness;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void shouldReadAnyText(@ForAll String text) {
    Families.read(text)
        .ifPresent(question -> assertThat(question.slip()).isNotEqualTo(question.answer(Set.of())));
  }
}
