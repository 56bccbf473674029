package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.simulator.instruction.Guidance;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Update requests that ask for several candidates. */
class CandidatesTest {

  private static final String FIRST = "Count every single item.";
  private static final String SECOND = "Include only things of the category that is asked for.";
  private static final String THIRD = "Put the result alone on the last line.";

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void shouldMakeAsManyAsItIsAskedFor(int number) {
    assertThat(Requests.replies(Requests.UPDATE, request(String.valueOf(number))))
        .hasSizeGreaterThan(Requests.MANY * 9 / 10)
        .allSatisfy(
            reply -> {
              assertThat(reply.path("candidates"))
                  .hasSize(number)
                  .allMatch(candidate -> candidate.path("edits").isArray());
              assertThat(reply.fieldNames()).toIterable().containsExactly("candidates");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "6", "33", "", "many", "-2"})
  void shouldMakeASingleOneForAnyOtherNumber(String number) {
    assertThat(Requests.all(Requests.UPDATE, request(number)).limit(20))
        .noneMatch(reply -> reply.contains("\"candidates\""))
        .anyMatch(reply -> reply.startsWith("{\"edits\":["));
  }

  @Test
  void shouldMakeCandidatesThatDiffer() {
    assertThat(Requests.replies(Requests.UPDATE, request("3")))
        .noneMatch(
            reply -> Set.copyOf(reply.path("candidates").valueStream().toList()).size() == 1);
  }

  @Test
  void shouldStartEachWithAnotherAdvice() {
    // When
    List<JsonNode> replies = Requests.replies(Requests.UPDATE, request("3"));

    // Then
    assertThat(follows(replies, 0, FIRST)).isGreaterThan(0.95);
    assertThat(follows(replies, 0, SECOND)).isGreaterThan(0.95);
    assertThat(follows(replies, 0, THIRD)).isLessThan(0.05);
    assertThat(follows(replies, 1, FIRST)).isLessThan(0.05);
    assertThat(follows(replies, 1, SECOND)).isGreaterThan(0.95);
    assertThat(follows(replies, 1, THIRD)).isGreaterThan(0.95);
    assertThat(follows(replies, 2, THIRD)).isGreaterThan(0.95);
    assertThat(follows(replies, 2, FIRST)).isGreaterThan(0.95);
  }

  @Test
  void shouldSayTheSameAdviceInOtherWords() {
    // Given
    String core = SECOND.substring(1, 20);

    // When
    List<JsonNode> replies = Requests.replies(Requests.UPDATE, request("2"));

    // Then
    assertThat(Requests.share(replies, reply -> texts(reply, 0).toString().contains(core)))
        .isGreaterThan(0.95);
    assertThat(Requests.share(replies, reply -> texts(reply, 1).toString().contains(core)))
        .isLessThan(0.5);
  }

  @Test
  void shouldErrInEachByItself() {
    // When
    List<JsonNode> replies = Requests.replies(Requests.UPDATE, request("3"));

    // Then
    for (int each : List.of(0, 1, 2)) {
      assertThat(Requests.share(replies, reply -> isHarmful(reply, each))).isBetween(0.08, 0.22);
    }
    assertThat(
            Requests.share(
                replies,
                reply -> isHarmful(reply, 0) && isHarmful(reply, 1) && isHarmful(reply, 2)))
        .isLessThan(0.03);
  }

  @Test
  void shouldMostlyKeepTheLimitInEach() {
    // Given
    String user = request("2").replace("</GRADIENT>\n", "</GRADIENT>\n<LIMIT>1</LIMIT>\n");

    // When
    List<JsonNode> replies = Requests.replies(Requests.UPDATE, user);

    // Then
    for (int each : List.of(0, 1)) {
      assertThat(Requests.share(replies, reply -> edits(reply, each).size() <= 1))
          .isBetween(0.82, 0.97);
    }
  }

  private static double follows(List<JsonNode> replies, int candidate, String advice) {
    String subject = AdvicePoints.subject(advice);
    return Requests.share(
        replies,
        reply ->
            texts(reply, candidate).stream().map(AdvicePoints::subject).anyMatch(subject::equals));
  }

  private static boolean isHarmful(JsonNode reply, int candidate) {
    return texts(reply, candidate).stream().map(Guidance::of).anyMatch(Guidance::isHarmful);
  }

  private static List<String> texts(JsonNode reply, int candidate) {
    return edits(reply, candidate).findValuesAsText("text");
  }

  private static JsonNode edits(JsonNode reply, int candidate) {
    return reply.path("candidates").path(candidate).path("edits");
  }

  private static String request(String number) {
    return """
    <SENTENCES>
    [1] You will answer a reasoning question.
    [2] Be polite and friendly.
    </SENTENCES>
    <GRADIENT>
    The prompt should change as follows:
    - %s
    - %s
    - %s
    </GRADIENT>
    <CANDIDATES>%s</CANDIDATES>
    Propose different lists of edits.\
    """
        .formatted(FIRST, SECOND, THIRD, number);
  }
}
