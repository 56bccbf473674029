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
    "KINDS,'Consider the amount of each item, not merely its type.'",
    "KINDS,'Treat ''three dogs'' as three.'",
    "KINDS,'Pay attention to the quantities.'",
    "CATEGORY,'Disregard any object that is not of the requested type.'",
    "CATEGORY,'Do not include items outside the asked category.'",
    "CATEGORY,'Make sure each item is a member of the category asked about.'",
    "CATEGORY,'Only consider things that belong to the category.'",
    "CATEGORY,'Exclude what does not match the kind asked for.'",
    "CATEGORY,'Ignore irrelevant things.'",
    "CATEGORY,'Count only the items that the question asks about.'",
    "PRECEDENCE,'Evaluate parentheses first.'",
    "PRECEDENCE,'Multiplication comes before addition.'",
    "PRECEDENCE,'Do not simply work from left to right.'",
    "PRECEDENCE,'Evaluate and before or.'",
    "PRECEDENCE,'Follow PEMDAS.'",
    "PRECEDENCE,'Remember that ''and'' binds tighter than ''or''.'",
    "SIGN,'Be careful with negative numbers.'",
    "SIGN,'Do not lose the minus signs.'",
    "SIGN,'Subtracting a negative number means adding.'",
    "NEGATION,'Apply each negation first.'",
    "NEGATION,'Invert the value after each not.'",
    "NEGATION,'Apply every \"not\" before the rest.'",
    "NEGATION,'Evaluate NOT first.'",
    "FIRST_LETTER,'Compare all letters of the words.'",
    "FIRST_LETTER,'If the first letters are the same, compare the next ones.'",
    "FIRST_LETTER,'Do not stop at the first letter.'",
    "FIRST_LETTER,'Consider the entire word when sorting.'",
    "TURN,'Keep track of the direction you face.'",
    "TURN,'Record where you are after every instruction.'",
    "PROSE,'Put the final answer on the last line.'",
    "PROSE,'Do not bury the answer in a paragraph.'"
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
    "KINDS,'Count each kind only once.'",
    "CATEGORY,'Count everything regardless of the category.'",
    "CATEGORY,'Ignore the category.'",
    "CATEGORY,'Count unrelated things too.'",
    "PRECEDENCE,'Work strictly from left to right.'",
    "PRECEDENCE,'Ignore the precedence of operators.'",
    "SIGN,'Ignore minus signs.'",
    "FIRST_LETTER,'Look only at the first letter.'",
    "PROSE,'Bury the answer somewhere in a paragraph.'",
    "TURN,'There is no need to keep track of the direction.'"
  })
  void shouldTakeTheContraryOfACureForHarm(Weakness weakness, String sentence) {
    assertThat(Guidance.of(BARE + " " + sentence).cureOf(weakness)).as(sentence).isNegative();
    assertThat(Guidance.of(sentence).isHarmful()).isTrue();
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Answer the question.",
        "You are an expert in puzzles.",
        "Read the instructions twice before you begin.",
        "Keep the tone light.",
        "Verify your result."
      })
  void shouldFindNothingInWhatSaysNothing(String sentence) {
    assertThat(Guidance.curedBy(sentence)).isEmpty();
    assertThat(Guidance.of(sentence).cost()).isZero();
  }

  @Test
  void shouldTakeARepeatedSentenceForAUselessOne() {
    // Given
    String repeated = BARE + " Count every item.".repeat(4);

    // Then
    assertThat(Guidance.of(repeated).cost()).isPositive();
    assertThat(Guidance.of(repeated).cureOf(Weakness.KINDS)).isEqualTo(1);
  }

  @Test
  void shouldCostAccuracyToBeComplicated() {
    // Given
    String complex = "Count, " + "as one would in such a case, ".repeat(6) + "every item.";

    // Then
    assertThat(Guidance.of(complex).cost()).isPositive();
    assertThat(Guidance.of(complex).cureOf(Weakness.KINDS)).isEqualTo(1);
    assertThat(Guidance.of("Count every item.").cost()).isZero();
  }

  @Test
  void shouldNotEndASentenceAtAnAbbreviation() {
    assertThat(Guidance.sentencesOf("Count things, e.g. dogs. (Not kinds.)  Then add.\nStop"))
        .containsExactly("Count things, e.g. dogs.", "(Not kinds.)", "Then add.", "Stop");
  }

  @Test
  void shouldCostAccuracyToBeHastyOrLong() {
    assertThat(Guidance.of(BARE).cost()).isZero();
    assertThat(Guidance.of(BARE + " Answer quickly.").cost()).isPositive();
    assertThat(Guidance.of(BARE + " Answer quickly. Do not answer quickly.").cost()).isPositive();
    assertThat(Guidance.of(BARE + " Do not guess.").cost()).isZero();
    assertThat(Guidance.of(BARE + " Briefly explain each step.").cost()).isZero();
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
