package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Update requests that show mistakes instead of a gradient. */
class JointUpdateTest {

  private static final String USER =
      request("", Mistake.KINDS, Mistake.CATEGORY, Mistake.KINDS_AGAIN);

  @Test
  void shouldSayTheAdviceAndEditByIt() {
    assertThat(Teacher.reply(Requests.UPDATE, USER, "seed 5"))
        .isEqualTo(
            """
            {"gradient":"The prompt should change as follows:\\n\
            - Sum the numbers of all items instead of counting how many sorts there are.\\n\
            - Include only things that belong to the category that is asked for.",\
            "edits":[{"op":"add","after":2,"text":\
            "Sum the numbers of all items instead of counting how many sorts there are."},\
            {"op":"add","after":2,"text":\
            "Include only things that belong to the category that is asked for."}]}\
            """);
  }

  @Test
  void shouldAnswerTheSameRequestTheSameWay() {
    assertThat(Requests.all(Requests.UPDATE, USER).toList())
        .isEqualTo(Requests.all(Requests.UPDATE, USER).toList());
  }

  @Test
  void shouldFollowItsOwnAdviceAsItWouldFollowAGradient() {
    // When
    List<JsonNode> replies = Requests.replies(Requests.UPDATE, USER);

    // Then
    assertThat(replies).hasSizeGreaterThan(Requests.MANY * 9 / 10);
    assertThat(Requests.share(replies, JointUpdateTest::followsItsFirstAdvice)).isGreaterThan(0.9);
  }

  @Test
  void shouldMostlyCureTheMistakesThatItIsShown() {
    // Given
    String other = request("", Mistake.PROSE, Mistake.PROSE);

    // Then
    assertThat(cures(USER, "KINDS")).isGreaterThan(0.9);
    assertThat(cures(other, "KINDS")).isLessThan(0.1);
    assertThat(cures(other, "PROSE")).isGreaterThan(0.85);
  }

  @Test
  void shouldMostlyKeepTheLimit() {
    // Given
    String user = request("<LIMIT>1</LIMIT>\n", Mistake.KINDS, Mistake.CATEGORY);

    // Then
    assertThat(
            Requests.share(
                Requests.replies(Requests.UPDATE, user), reply -> reply.path("edits").size() <= 1))
        .isBetween(0.82, 0.97);
  }

  @Test
  void shouldTakeATagInASentenceForText() {
    // Given
    String gradient =
        """
        <SENTENCES>
        [1] Never write <MISTAKES> or <GRADIENT>.
        </SENTENCES>
        <GRADIENT>
        - Count every single item.
        </GRADIENT>
        Propose the edits.\
        """;
    String mistakes = USER.replace("You will answer", "Never write <GRADIENT> when you answer");

    // Then
    assertThat(Requests.replies(Requests.UPDATE, gradient))
        .noneMatch(reply -> reply.has("gradient"));
    assertThat(Requests.replies(Requests.UPDATE, mistakes))
        .allMatch(reply -> reply.has("gradient"));
  }

  @Test
  void shouldReadARequestWithoutMistakes() {
    assertThat(Requests.replies(Requests.UPDATE, request("")))
        .hasSizeGreaterThan(Requests.MANY * 9 / 10)
        .allMatch(reply -> reply.has("gradient") && reply.has("edits"));
  }

  private static boolean followsItsFirstAdvice(JsonNode reply) {
    String advice = AdvicePoints.of(reply.path("gradient").asText()).getFirst();
    return reply.path("edits").toString().contains(advice.substring(1, advice.length() - 1));
  }

  private static double cures(String user, String weakness) {
    return Requests.share(
        Requests.replies(Requests.UPDATE, user),
        reply ->
            reply.path("edits").findValuesAsText("text").stream()
                .map(AdvicePoints::subject)
                .anyMatch(weakness::equals));
  }

  private static String request(String limit, Mistake... mistakes) {
    return """
    <SENTENCES>
    [1] You will answer a reasoning question.
    [2] Be polite and friendly.
    </SENTENCES>
    <MISTAKES>
    %s</MISTAKES>
    %sPropose the edits.\
    """
        .formatted(Mistake.blocks(List.of(mistakes)), limit);
  }
}
