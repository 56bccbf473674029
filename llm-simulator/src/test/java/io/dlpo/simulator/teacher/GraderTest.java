package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judge requests as the evaluators send them. */
class GraderTest {

  private static final String RUBRIC = "The answer names the right number.";

  @ParameterizedTest
  @CsvSource({
    "'I count two cats and three dogs.\nAnswer: 5', 1, 1",
    "'So it is 5, although there is more to consider.', 0.6, 0.6",
    "'Answer: 6', 0, 0",
    "'', 0, 0"
  })
  void shouldScoreByTheReferenceMostOfTheTime(String answer, double least, double most) {
    // When
    List<JsonNode> replies = Requests.replies(Requests.JUDGE.formatted(RUBRIC), user(answer));

    // Then
    assertThat(
            Requests.share(
                replies,
                reply ->
                    reply.path("score").asDouble() >= least
                        && reply.path("score").asDouble() <= most))
        .isGreaterThan(0.9);
    assertThat(replies)
        .allSatisfy(
            reply -> {
              assertThat(reply.path("score").asDouble(-1)).isBetween(0.0, 1.0);
              assertThat(reply.path("feedback").asText()).isNotBlank();
            });
  }

  @Test
  void shouldMisjudgeNowAndThen() {
    assertThat(
            Requests.share(
                Requests.replies(Requests.JUDGE.formatted(RUBRIC), user("Answer: 5")),
                reply -> reply.path("score").asDouble() < 1))
        .isBetween(0.01, 0.1);
  }

  @Test
  void shouldMindLengthWhereTheRubricDoes() {
    // Given
    String user = user("word ".repeat(80) + "\nAnswer: 5");

    // Then
    assertThat(Requests.replies(Requests.JUDGE.formatted("Be right and concise."), user))
        .filteredOn(reply -> reply.path("score").asDouble() == 0.8)
        .hasSizeGreaterThan(Requests.MANY * 8 / 10)
        .allMatch(reply -> reply.path("feedback").asText().contains("longer than the rubric"));
    assertThat(
            Requests.share(
                Requests.replies(Requests.JUDGE.formatted(RUBRIC), user),
                reply -> reply.path("score").asDouble() == 1))
        .isGreaterThan(0.9);
  }

  @Test
  void shouldJudgeWhatIsNoJson() {
    assertThat(Requests.replies(Requests.JUDGE.formatted(RUBRIC), "What?"))
        .allMatch(reply -> reply.has("score") && reply.has("feedback"));
  }

  private static String user(String answer) {
    return new ObjectMapper()
        .createObjectNode()
        .put("input", "I have two cats and three dogs. How many animals do I have?")
        .put("answer", answer)
        .put("reference", "5")
        .toString();
  }
}
