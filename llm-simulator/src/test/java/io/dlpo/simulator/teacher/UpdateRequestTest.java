package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Update requests with the parts of all techniques, as the optimizer sends them. */
class UpdateRequestTest {

  private static final String NOW = "Include only things of the category that is asked for.";
  private static final String HEAVY = "Count every single item.";
  private static final String LIGHT = "Put the result alone on the last line.";
  private static final String FEATURE = "Work out parentheses first.";

  private static final String USER =
      """
      <SENTENCES>
      [1] You will answer a reasoning question.
      [2] Be polite and friendly.
      [3] Guess if you are in doubt.
      [4] Watch the sign of each number carefully.
      </SENTENCES>
      <GRADIENT>
      The prompt should change as follows:
      - Include only things of the category that is asked for.
      </GRADIENT>
      Gradients of earlier steps, with their weight beside 1 for the above:
      <EARLIER_GRADIENT weight="0.900">
      The prompt should change as follows:
      - Count every single item.
      </EARLIER_GRADIENT>
      <EARLIER_GRADIENT weight="0.300">
      The prompt should change as follows:
      - Put the result alone on the last line.
      </EARLIER_GRADIENT>
      """;
  private static final String FEATURES =
      """
      What better prompts for this task had:
      <POSITIVE_FEATURE>
      The better prompts say:
      - Work out parentheses first.
      </POSITIVE_FEATURE>
      What worse ones had, to be avoided or taken out:
      <NEGATIVE_FEATURE>
      The worse prompts say:
      - Handle negative numbers carefully.
      </NEGATIVE_FEATURE>
      """;
  private static final String FREE = "Propose the edits.";

  @Test
  void shouldFollowTheGradientFirstAndEarlierOnesByTheirWeight() {
    // When
    List<JsonNode> replies = Requests.replies(Requests.UPDATE, USER + FREE);

    // Then
    assertThat(says(replies, NOW)).isGreaterThan(0.95);
    assertThat(says(replies, HEAVY)).isBetween(0.53, 0.73);
    assertThat(says(replies, LIGHT)).isBetween(0.12, 0.3);
  }

  @Test
  void shouldImitateBetterPromptsAndTakeOutWhatWorseOnesHadInPart() {
    // When
    List<JsonNode> with = Requests.replies(Requests.UPDATE, USER + FEATURES + FREE);
    List<JsonNode> without = Requests.replies(Requests.UPDATE, USER + FREE);

    // Then
    assertThat(says(with, FEATURE)).isBetween(0.3, 0.7);
    assertThat(says(without, FEATURE)).isZero();
    assertThat(Requests.share(with, reply -> Requests.deletes(reply, 4))).isBetween(0.5, 0.75);
    assertThat(Requests.share(without, reply -> Requests.deletes(reply, 4))).isLessThan(0.1);
  }

  @Test
  void shouldMostlyKeepTheLimitAndPutTheGradientsAdviceFirst() {
    // When
    List<JsonNode> replies =
        Requests.replies(
            Requests.UPDATE,
            USER + FEATURES + "<LIMIT>2</LIMIT>\nPropose at most 2 edits; a move counts as two.");

    // Then
    assertThat(Requests.share(replies, reply -> reply.path("edits").size() <= 2))
        .isBetween(0.82, 0.97);
    assertThat(says(replies, NOW)).isGreaterThan(0.95);
  }

  @Test
  void shouldSayItAtLengthNowAndThen() {
    assertThat(says(Requests.replies(Requests.UPDATE, USER + FREE), Advice.verbose(NOW)))
        .isBetween(0.12, 0.28);
  }

  @Test
  void shouldChangeMoreThanItWasAskedForNowAndThen() {
    // Given
    String settled =
        """
        <SENTENCES>
        [1] You will answer a reasoning question.
        [2] Count every single item.
        [3] Include only things of the category that is asked for.
        [4] Put the result alone on the last line.
        </SENTENCES>
        <GRADIENT>
        - Watch the sign of each number carefully.
        </GRADIENT>
        Propose the edits.\
        """;

    // Then
    assertThat(
            Requests.share(
                Requests.replies(Requests.UPDATE, settled),
                reply -> Requests.edits(reply, "add").count() < reply.path("edits").size()))
        .isBetween(0.1, 0.3);
  }

  @Test
  void shouldAnswerTheSameRequestTheSameWay() {
    String user = USER + FEATURES + FREE;
    assertThat(Teacher.reply(Requests.UPDATE, user, ""))
        .isEqualTo(Teacher.reply(Requests.UPDATE, user, ""));
    assertThat(Requests.all(Requests.UPDATE, user).distinct()).hasSizeGreaterThan(20);
  }

  @Test
  void shouldReplyWithTheEditsAlone() {
    assertThat(Teacher.reply(Requests.UPDATE, USER + FEATURES + FREE, "seed 3"))
        .isEqualTo(
            """
            {"edits":[{"op":"modify","sentence":2,"text":\
            "Include only things of the category that is asked for."},\
            {"op":"delete","sentence":3}]}\
            """);
  }

  private static double says(List<JsonNode> replies, String sentence) {
    String core = sentence.substring(1, sentence.length() - 1);
    return Requests.share(replies, reply -> reply.toString().contains(core));
  }
}
