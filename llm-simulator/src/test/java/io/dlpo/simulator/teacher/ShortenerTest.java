package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortenerTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int REQUESTS = 400;
  private static final String SYSTEM =
      "You make a prompt shorter and simpler, sentence by sentence.";
  private static final String REMOVE = "Remove irrelevant sentences. ";
  private static final String SIMPLIFY = "Simplify complex sentences. ";
  private static final String LONG_CURE =
      "Count each individual thing, using the number that is given with it, and do this for the"
          + " whole list from its beginning to its end without any haste, as a clerk would do it.";

  @Test
  void shouldMostlyRemoveWhatIsUselessHarmfulOrRepeatedAndHardlyAnythingElse() {
    // When
    List<JsonNode> edits = edits(REMOVE);

    // Then
    assertThat(deletions(edits, 2)).as("useless").isBetween(.65, .85);
    assertThat(deletions(edits, 3)).as("harmful").isBetween(.65, .85);
    assertThat(deletions(edits, 5)).as("repeated").isBetween(.65, .85);
    assertThat(deletions(edits, 4)).as("good").isBetween(.01, .09);
    assertThat(deletions(edits, 1)).as("first").isZero();
    assertThat(deletions(edits, 6)).as("frozen").isZero();
  }

  @Test
  void shouldTellALongSentenceInFewerWordsWhereItIsAskedTo() {
    assertThat(edits(SIMPLIFY))
        .anySatisfy(
            edit -> {
              assertThat(edit.path("op").asText()).isEqualTo("modify");
              assertThat(edit.path("sentence").asInt()).isEqualTo(4);
              assertThat(edit.path("text").asText().length()).isLessThan(LONG_CURE.length());
            })
        .noneMatch(edit -> edit.path("op").asText().equals("delete"));
  }

  private static double deletions(List<JsonNode> edits, int sentence) {
    return edits.stream()
            .filter(edit -> edit.path("op").asText().equals("delete"))
            .filter(edit -> edit.path("sentence").asInt() == sentence)
            .count()
        / (double) REQUESTS;
  }

  private static List<JsonNode> edits(String wish) {
    List<JsonNode> all = new ArrayList<>();
    IntStream.range(0, REQUESTS)
        .mapToObj(
            number ->
                """
                <SENTENCES>
                [1] Question type %d.
                [2] Be polite and friendly.
                [3] Guess if you are in doubt.
                [4] %s
                [5] Sum the numbers of all items instead of counting how many sorts there are.
                [6 frozen] Write in clear English.
                </SENTENCES>
                """
                    .formatted(number, LONG_CURE))
        .map(
            message ->
                Teacher.reply(SYSTEM, message + wish + "The prompt must not become longer.", ""))
        .filter(reply -> reply.startsWith("{"))
        .forEach(reply -> read(reply).path("edits").forEach(all::add));
    return all;
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
