package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.simulator.instruction.Guidance;
import io.dlpo.simulator.instruction.Weakness;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Requests for one critique of several wrong answers. */
class JointCriticTest {

  @Test
  void shouldNameEachWeaknessOnceAndTheMostFrequentFirst() {
    // Given
    String user = request(Mistake.PROSE, Mistake.KINDS, Mistake.CATEGORY, Mistake.KINDS_AGAIN);

    // When
    String advice = Teacher.reply(Requests.JOINT_CRITIQUE, user, "seed 1");

    // Then
    assertThat(advice)
        .isEqualTo(
            """
            The prompt should change as follows:
            - Add up the quantity of every item instead of counting sorts of items.
            - Finish with exactly one last line that holds only the answer.
            - Include only things that belong to the category that is asked for.\
            """);
  }

  @Test
  void shouldNameEveryWeaknessMostOfTheTimeButNotAlways() {
    // Given
    String user = request(Mistake.KINDS, Mistake.CATEGORY, Mistake.PROSE);
    Set<Weakness> shown = EnumSet.of(Weakness.KINDS, Weakness.CATEGORY, Weakness.PROSE);

    // When
    List<Set<Weakness>> named =
        Requests.all(Requests.JOINT_CRITIQUE, user).map(JointCriticTest::named).toList();

    // Then
    for (Weakness weakness : shown) {
      assertThat(named.stream().filter(each -> each.contains(weakness)).count())
          .as(weakness.name())
          .isBetween(Requests.MANY * 6L / 10, Requests.MANY * 85L / 100);
    }
    assertThat(named.stream().filter(each -> each.containsAll(shown)).count())
        .isBetween(Requests.MANY * 25L / 100, Requests.MANY * 55L / 100);
  }

  @Test
  void shouldErrAboutOneMistakeWithoutRegardToTheOthers() {
    // Given
    List<String> critiques =
        List.of(
            Teacher.reply(Requests.JOINT_CRITIQUE, request(Mistake.KINDS), ""),
            Teacher.reply(Requests.JOINT_CRITIQUE, request(Mistake.PROSE), ""));

    // When
    String both = Teacher.reply(Requests.JOINT_CRITIQUE, request(Mistake.KINDS, Mistake.PROSE), "");

    // Then
    assertThat(critiques).allSatisfy(critique -> assertThat(both.lines()).contains(last(critique)));
  }

  @Test
  void shouldAnswerTheSameRequestTheSameWay() {
    // Given
    String user = request(Mistake.KINDS, Mistake.CATEGORY);

    // Then
    assertThat(Teacher.reply(Requests.JOINT_CRITIQUE, user, ""))
        .isEqualTo(Teacher.reply(Requests.JOINT_CRITIQUE, user, ""));
    assertThat(Requests.all(Requests.JOINT_CRITIQUE, user).distinct()).hasSizeGreaterThan(10);
  }

  @Test
  void shouldNotGiveAnAnswerAway() {
    // Given
    String user = request(new Mistake(Mistake.KINDS.question(), "Answer: 2", "77"));

    // Then
    assertThat(Requests.all(Requests.JOINT_CRITIQUE, user))
        .allSatisfy(
            advice ->
                assertThat(advice)
                    .startsWith("The prompt should change as follows:\n- ")
                    .doesNotContain("77"));
  }

  private static Set<Weakness> named(String advice) {
    return Arrays.stream(advice.split("\n"))
        .flatMap(line -> Guidance.curedBy(line).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Weakness.class)));
  }

  private static String last(String critique) {
    return critique.lines().toList().getLast();
  }

  private static String request(Mistake... mistakes) {
    return """
    <PROMPT>
    You will answer a reasoning question.
    </PROMPT>
    <ANSWER_FORMAT>
    End your reply with a line of its own: "Answer: " followed by the answer and nothing else.
    </ANSWER_FORMAT>
    %sWhat in the prompt allowed these mistakes, and how should the prompt change?\
    """
        .formatted(Mistake.blocks(List.of(mistakes)));
  }
}
