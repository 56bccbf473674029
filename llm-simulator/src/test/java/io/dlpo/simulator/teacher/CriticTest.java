package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.simulator.instruction.Guidance;
import io.dlpo.simulator.instruction.Weakness;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CriticTest {

  private static final String QUESTION =
      "I have two cats, a drum, and three dogs. How many animals do I have?";

  @Test
  void shouldSeeAWordyLastLineForBuriedAnswers() {
    assertThat(Critic.diagnosis(QUESTION, "Answer: I would say 5, or 6 at the most"))
        .contains(Weakness.PROSE);
  }

  @Test
  void shouldRecommendTheCureMostOfTheTimeButNotAlways() {
    // When
    List<Optional<Weakness>> recommended =
        IntStream.range(0, 400).mapToObj(CriticTest::recommendation).toList();

    // Then
    assertThat(recommended.stream().filter(Optional.of(Weakness.KINDS)::equals).count())
        .isBetween(320L, 375L);
    assertThat(Set.copyOf(recommended)).hasSizeGreaterThan(3).contains(Optional.empty());
  }

  @Test
  void shouldNotGiveTheAnswerAway() {
    assertThat(IntStream.range(0, 50).mapToObj(CriticTest::critique))
        .noneMatch(critique -> critique.contains("77"));
  }

  @Test
  void shouldSpeakOfNoOtherMistakeThatSuchAQuestionBringsOut() {
    assertThat(IntStream.range(0, 400).mapToObj(CriticTest::recommendation))
        .doesNotContain(Optional.of(Weakness.CATEGORY), Optional.of(Weakness.PROSE));
  }

  private static Optional<Weakness> recommendation(int n) {
    String critique = critique(n);
    return Guidance.curedBy(
        critique.substring(critique.indexOf(Critic.MARK) + Critic.MARK.length()));
  }

  private static String critique(int n) {
    String user =
        "<PROMPT>\nPrompt %d\n</PROMPT>\n<QUESTION>\n%s\n</QUESTION>\n".formatted(n, QUESTION)
            + "<ANSWER>\nAnswer: 2\n</ANSWER>\n<REFERENCE>\n77\n</REFERENCE>\n";
    return Teacher.reply("You critique one wrong answer of a model", user, "");
  }
}
