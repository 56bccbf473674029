package io.dlpo.simulator.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StudentTest {

  private static final String FORMAT =
      "\n\nEnd your reply with a line of its own: \"Answer: \" followed by the number, in digits,"
          + " and nothing else.";
  private static final String POOR = "You will answer a reasoning question.";
  private static final String GOOD =
      POOR
          + " Count every single item. Include only what belongs to the category."
          + " Put the answer on the last line.";

  @Test
  void shouldShowSomeWorkingAndEndWithTheAnswer() {
    assertThat(replies(GOOD, ""))
        .filteredOn(reply -> reply.matches("(?s)I count .*\nAnswer: \\d+"))
        .hasSizeGreaterThan(90);
  }

  @Test
  void shouldBuryAnswersInMoreThanOneWay() {
    // When
    List<String> replies = replies(POOR, "");

    // Then
    assertThat(replies).anyMatch(reply -> !reply.contains("Answer:"));
    assertThat(replies).anyMatch(reply -> reply.contains("Answer: I would say"));
  }

  @Test
  void shouldVaryWithTheSeedOnly() {
    assertThat(replies(POOR, "seed 1")).isEqualTo(replies(POOR, "seed 1"));
    assertThat(replies(POOR, "seed 1")).isNotEqualTo(replies(POOR, "seed 2"));
  }

  @Test
  void shouldSayWhenItDoesNotUnderstand() {
    assertThat(Student.reply(GOOD, "What is love?", "")).contains("not sure");
  }

  @Test
  void shouldGuessAtWordProblems() {
    assertThat(Student.reply(GOOD, "Jane has 3 apples and eats 12.", ""))
        .isEqualTo("The question mentions 12.\nAnswer: 12");
  }

  @Property(tries = 200)
  void shouldNeverUnlearnAQuestionByABetterPrompt(@ForAll @IntRange(max = 99_999) int number) {
    // Given
    String question = question(number);
    String right = "\nAnswer: " + (number + 2);

    // When
    boolean before = Student.reply(POOR + FORMAT, question, "").endsWith(right);
    boolean after = Student.reply(GOOD + FORMAT, question, "").endsWith(right);

    // Then
    assertThat(after || !before).isTrue();
  }

  @Property
  void shouldReplyToAnything(@ForAll String prompt, @ForAll String text) {
    assertThat(Student.reply(prompt, text, ""))
        .isNotBlank()
        .isEqualTo(Student.reply(prompt, text, ""));
  }

  private static List<String> replies(String prompt, String variation) {
    return IntStream.range(0, 100)
        .mapToObj(n -> Student.reply(prompt + FORMAT, question(n), variation))
        .toList();
  }

  private static String question(int number) {
    return "I have two cats, a drum, and %d dogs. How many animals do I have?".formatted(number);
  }
}
