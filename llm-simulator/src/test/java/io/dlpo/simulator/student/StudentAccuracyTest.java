package io.dlpo.simulator.student;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.simulator.BbhFiles;
import io.dlpo.simulator.instruction.Weakness;
import io.dlpo.simulator.student.family.Families;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The student on the original files. */
class StudentAccuracyTest {

  private static final String FORMAT =
      "\n\nEnd your reply with a line of its own: \"Answer: \" followed by the answer and nothing"
          + " else.";
  private static final Map<Weakness, String> CURES =
      Map.of(
          Weakness.KINDS, "Count every single item.",
          Weakness.CATEGORY, "Leave out what does not belong to the category.",
          Weakness.PRECEDENCE, "Follow the precedence of operators.",
          Weakness.SIGN, "Keep an eye on minus signs and handle them with care, be careful.",
          Weakness.NEGATION, "Resolve each negation before you go on.",
          Weakness.FIRST_LETTER, "Where letters are the same, compare the next ones.",
          Weakness.TURN, "Write down your position after every move.",
          Weakness.PROSE, "Finish with the answer alone on a line.");
  private static final String BARE = "You will answer a reasoning question." + FORMAT;

  @ParameterizedTest
  @MethodSource("io.dlpo.simulator.BbhFiles#tasks")
  void shouldKnowHowToSolveEveryOriginalQuestion(String task) {
    assertThat(BbhFiles.read(task))
        .allSatisfy(
            example ->
                assertThat(Families.read(example.input()).orElseThrow().answer(Set.of()))
                    .as(example.input())
                    .isEqualTo(example.target()));
  }

  @ParameterizedTest
  @CsvSource({
    "object_counting,'Add up the quantity of every item. Include only things of the category.'",
    "multistep_arithmetic_two,'Work out parentheses first. Watch the sign of each number carefully.'",
    "boolean_expressions,'Apply every negation first. Respect the precedence of operators before all.'",
    "word_sorting,'Compare all letters of the words.'",
    "navigate,'Keep track of your position after each step.'"
  })
  void shouldRangeFromPoorToGoodWithTheInstructions(String task, String cures) {
    // Given
    List<BbhFiles.Case> cases = BbhFiles.read(task);
    String cured =
        "You will answer a reasoning question. "
            + cures
            + " Put the final answer on the last line."
            + FORMAT;

    // When
    double before = accuracy(cases, BARE);
    double after = accuracy(cases, cured);

    // Then
    assertThat(before).isBetween(0.3, 0.45);
    assertThat(after).isBetween(0.95, 0.99);
  }

  @ParameterizedTest
  @CsvSource({
    "object_counting,'KINDS,CATEGORY,PROSE'",
    "multistep_arithmetic_two,'PRECEDENCE,SIGN,PROSE'",
    "boolean_expressions,'NEGATION,PRECEDENCE,PROSE'",
    "word_sorting,'FIRST_LETTER,PROSE'",
    "navigate,'TURN,PROSE'"
  })
  void shouldGetBetterWithEachInstructionAndWorseWithHaste(String task, String weaknesses) {
    // Given
    List<BbhFiles.Case> cases = BbhFiles.read(task);
    StringBuilder prompt = new StringBuilder("You will answer a reasoning question.");
    double before = accuracy(cases, prompt + FORMAT);

    for (String weakness : weaknesses.split(",", -1)) {
      // When
      prompt.append(' ').append(CURES.get(Weakness.valueOf(weakness)));
      double after = accuracy(cases, prompt + FORMAT);

      // Then
      assertThat(after).as(prompt.toString()).isGreaterThan(before + 0.02);
      before = after;
    }
    assertThat(accuracy(cases, prompt + " Answer quickly." + FORMAT)).isLessThan(before - 0.05);
    assertThat(accuracy(cases, prompt + " Birds can sing.".repeat(12) + FORMAT))
        .isLessThan(before - 0.05);
  }

  @ParameterizedTest
  @CsvSource({
    "object_counting,'Count every item, and only those of the category.','Count each kind only once.'",
    "multistep_arithmetic_two,'Respect operator precedence. Mind minus signs.','Work from left to right.'",
    "boolean_expressions,'Apply each negation. Evaluate brackets first.','Ignore brackets and their order.'",
    "word_sorting,'Compare all letters of the words.','Look only at the first letter.'",
    "navigate,'Keep track of your position.','Do not keep track of your position.'"
  })
  void shouldBeConfusedByAContradictionAndByALongPrompt(
      String task, String cures, String contradiction) {
    // Given
    List<BbhFiles.Case> cases = BbhFiles.read(task);
    String prompt = cures + " Put the final answer on the last line.";
    double good = accuracy(cases, prompt + FORMAT);

    // Then
    assertThat(accuracy(cases, prompt + " " + contradiction + FORMAT)).isLessThan(good - 0.05);
    assertThat(accuracy(cases, prompt + " The weather is fine.".repeat(25) + FORMAT))
        .isLessThan(good - 0.4);
    assertThat(accuracy(cases, prompt + " and the weather is fine".repeat(100) + FORMAT))
        .isLessThan(good - 0.1);
  }

  private static double accuracy(List<BbhFiles.Case> cases, String prompt) {
    long right =
        cases.stream()
            .filter(
                example ->
                    Student.reply(prompt, example.input(), "")
                        .endsWith("\nAnswer: " + example.target()))
            .count();
    return (double) right / cases.size();
  }
}
