package io.dlpo.simulator.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuidanceTest {

  private static final String BARE = "You will answer a reasoning question.";
  private static final String NUMBER_FORMAT =
      "\n\nEnd your reply with a line of its own: \"Answer: \" followed by the number, in digits,"
          + " and nothing else.";
  private static final String EXACT_FORMAT =
      "\n\nEnd your reply with a line of its own: \"Answer: \" followed by the answer and nothing"
          + " else.";

  @ParameterizedTest
  @CsvSource({
    "KINDS,'Count every single item.'",
    "KINDS,'Sum the quantities of the things.'",
    "KINDS,'When you count, add up the number of each thing.'",
    "KINDS,'Do not count the kinds of things.'",
    "KINDS,'Add up the amounts, not only the kinds.'",
    "KINDS,'Total the number of each type of thing.'",
    "KINDS,'Never forget to count every item.'",
    "KINDS,'Count each item instead of guessing.'",
    "CATEGORY,'Only consider things that belong to the category.'",
    "CATEGORY,'Exclude what does not match the kind asked for.'",
    "CATEGORY,'Ignore irrelevant things.'",
    "CATEGORY,'Count only the items that the question asks about.'",
    "PRECEDENCE,'Evaluate parentheses first.'",
    "PRECEDENCE,'Multiplication comes before addition.'",
    "PRECEDENCE,'Do not simply work from left to right.'",
    "PRECEDENCE,'Evaluate and before or.'",
    "SIGN,'Be careful with negative numbers.'",
    "SIGN,'Do not lose the minus signs.'",
    "NEGATION,'Apply each negation first.'",
    "NEGATION,'Apply every \"not\" before the rest.'",
    "NEGATION,'Evaluate NOT first.'",
    "FIRST_LETTER,'Compare all letters of the words.'",
    "FIRST_LETTER,'If the first letters are the same, compare the next ones.'",
    "FIRST_LETTER,'Do not stop at the first letter.'",
    "TURN,'Keep track of the direction you face.'",
    "PROSE,'Put the final answer on the last line.'"
  })
  void shouldCureAWeaknessWhateverTheWording(Weakness weakness, String sentence) {
    assertThat(Guidance.of(BARE + " " + sentence).cureOf(weakness)).isEqualTo(1);
    assertThat(Guidance.of(BARE).cureOf(weakness)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "KINDS,'Do not count every item.'",
    "KINDS,'Never add up the quantities.'",
    "KINDS,'You can answer without counting each thing.'",
    "KINDS,'Instead of counting each thing, trust your feeling.'",
    "KINDS,'Count the kinds of things.'",
    "CATEGORY,'Count everything regardless of the category.'",
    "PRECEDENCE,'Work strictly from left to right.'",
    "PRECEDENCE,'Ignore the precedence of operators.'",
    "SIGN,'Ignore minus signs.'",
    "FIRST_LETTER,'Look only at the first letter.'",
    "TURN,'There is no need to keep track of the direction.'"
  })
  void shouldTakeTheContraryOfACureForHarm(Weakness weakness, String sentence) {
    assertThat(Guidance.of(BARE + " " + sentence).cureOf(weakness)).as(sentence).isNegative();
  }

  @Test
  void shouldTakeAContradictionForTheContrary() {
    assertThat(Guidance.of("Count every item. Do not count every item.").cureOf(Weakness.KINDS))
        .isNegative();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Work out parentheses first.",
        "Add up the quantity of every item instead of counting sorts of items.",
        "Be polite and friendly."
      })
  void shouldTakeNoOtherSentenceForWorkingInSteps(String sentence) {
    assertThat(Guidance.of(BARE + " " + sentence).cureOf(Weakness.TURN)).isZero();
  }

  @Test
  void shouldHelpALittleWithEverythingWhenThePromptAsksForSteps() {
    // Given
    Guidance guidance = Guidance.of("Think step by step.");

    // Then
    assertThat(guidance.cureOf(Weakness.KINDS)).isBetween(0.1, 0.9);
    assertThat(guidance.cureOf(Weakness.PROSE)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {NUMBER_FORMAT, EXACT_FORMAT})
  void shouldHalfCureProseWithTheMetricsFormatAndNothingElse(String format) {
    // Given
    Guidance guidance = Guidance.of(BARE + format);

    // Then
    assertThat(guidance.cureOf(Weakness.PROSE)).isEqualTo(0.5);
    assertThat(List.of(Weakness.KINDS, Weakness.CATEGORY, Weakness.TURN))
        .allMatch(weakness -> guidance.cureOf(weakness) == 0);
    assertThat(Guidance.of(BARE + " Put the answer on the last line." + format))
        .matches(full -> full.cureOf(Weakness.PROSE) == 1);
    assertThat(guidance.cost()).isEqualTo(Guidance.of(BARE).cost()).isZero();
  }

  @Test
  void shouldCostAccuracyToBeHastyOrLong() {
    assertThat(Guidance.of(BARE).cost()).isZero();
    assertThat(Guidance.of(BARE + " Answer quickly.").cost()).isPositive();
    assertThat(Guidance.of(BARE + " Answer quickly. Do not answer quickly.").cost()).isPositive();
    assertThat(Guidance.of(BARE + " Do not guess.").cost()).isZero();
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
  void shouldTurnAnImperativeRoundWithANegation(
      @ForAll("imperatives") String imperative, @ForAll("negations") String negation) {
    // Given
    Weakness weakness = Guidance.curedBy(capital(imperative)).orElseThrow();

    // Then
    assertThat(Guidance.of(negation + " " + imperative).cureOf(weakness)).isNegative();
    assertThat(Guidance.of(negation + " forget to " + imperative).cureOf(weakness)).isPositive();
  }

  @Property
  void shouldReadAnyText(@ForAll String prompt) {
    assertThat(Guidance.of(prompt).cost()).isBetween(0.0, 0.6);
    assertThat(Weakness.values())
        .allSatisfy(weak -> assertThat(Guidance.of(prompt).cureOf(weak)).isBetween(-0.5, 1.0));
  }

  @Provide
  Arbitrary<String> imperatives() {
    return Arbitraries.of(
        "count every item.",
        "add up the quantities.",
        "restrict yourself to the category.",
        "evaluate parentheses first.",
        "keep track of negative signs.",
        "compare all letters of the words.",
        "update your position after every move.",
        "put the answer on the last line.");
  }

  @Provide
  Arbitrary<String> negations() {
    return Arbitraries.of("Do not", "Don't", "Never", "You must not");
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
