package io.dlpo.simulator.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuidanceTest {

  private static final String BARE = "You will answer a reasoning question.";
  private static final String FORMAT =
      "End your reply with a line of its own: \"Answer: \" followed by the number, in digits, and"
          + " nothing else.";

  @ParameterizedTest
  @CsvSource({
    "KINDS,'Count every single item.'",
    "KINDS,'Sum the quantities of the things.'",
    "KINDS,'When you count, add up the number of each thing.'",
    "CATEGORY,'Only consider things that belong to the category.'",
    "CATEGORY,'Exclude what does not match the kind asked for.'",
    "PRECEDENCE,'Evaluate parentheses first.'",
    "PRECEDENCE,'Multiplication comes before addition.'",
    "SIGN,'Be careful with negative numbers.'",
    "NEGATION,'Apply each negation first.'",
    "FIRST_LETTER,'Compare all letters of the words.'",
    "TURN,'Keep track of the direction you face.'",
    "PROSE,'Put the final answer on the last line.'"
  })
  void shouldCureAWeaknessWhateverTheWording(Weakness weakness, String sentence) {
    assertThat(Guidance.of(BARE + " " + sentence).cureOf(weakness)).isEqualTo(1);
    assertThat(Guidance.of(BARE).cureOf(weakness)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Do not count every item.",
        "Never add up the quantities.",
        "You can answer without counting each thing."
      })
  void shouldTakeAForbiddenCureForTheContrary(String sentence) {
    assertThat(Guidance.of(BARE + " " + sentence).cureOf(Weakness.KINDS)).isNegative();
  }

  @Test
  void shouldTakeAContradictionForTheContrary() {
    assertThat(Guidance.of("Count every item. Do not count every item.").cureOf(Weakness.KINDS))
        .isNegative();
  }

  @Test
  void shouldHelpALittleWithEverythingWhenThePromptAsksForSteps() {
    // Given
    Guidance guidance = Guidance.of("Think step by step.");

    // Then
    assertThat(guidance.cureOf(Weakness.KINDS)).isBetween(0.1, 0.9);
    assertThat(guidance.cureOf(Weakness.PROSE)).isZero();
  }

  @Test
  void shouldCostAccuracyToBeHastyOrLong() {
    assertThat(Guidance.of(BARE).cost()).isZero();
    assertThat(Guidance.of(BARE + " Answer quickly.").cost()).isPositive();
    assertThat(Guidance.of(BARE + " Do not show your work.").cost()).isPositive();
    assertThat(Guidance.of("x".repeat(3_000)).cost()).isPositive();
  }

  @Property
  void shouldCostNeverLessForMoreUselessSentences(@ForAll @IntRange(min = 0, max = 40) int count) {
    // Given
    String filler = " The sky is blue.";

    // Then
    assertThat(Guidance.of(BARE + filler.repeat(count + 1)).cost())
        .isBetween(Guidance.of(BARE + filler.repeat(count)).cost(), 0.6);
  }

  @Property
  void shouldReadAnyText(@ForAll String prompt) {
    assertThat(Guidance.of(prompt).cost()).isBetween(0.0, 0.6);
  }

  @Test
  void shouldNotTakeTheMetricsOwnFormatForMoreThanAnInstruction() {
    assertThat(Guidance.of(BARE + "\n\n" + FORMAT).cureOf(Weakness.KINDS)).isZero();
  }
}
