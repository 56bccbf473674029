package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparerTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int REQUESTS = 400;
  private static final String SYSTEM =
      "You compare prompts for a language model. You are shown better prompts and worse prompts.";
  private static final String CURE = "Count each individual thing, using the number given with it.";
  private static final String HARM = "Guess if you are in doubt.";
  private static final String COMMON = "Watch the sign of each number carefully.";

  @Test
  void shouldMostlyNameWhatOnlyTheBetterAndOnlyTheWorseOnesSay() throws Exception {
    // When
    List<String> replies = replies();

    // Then
    assertThat(share(replies, reply -> told(reply, "positive").contains("- " + CURE)))
        .isBetween(.75, .95);
    assertThat(share(replies, reply -> told(reply, "negative").contains("- " + HARM)))
        .isBetween(.75, .95);
  }

  @Test
  void shouldSometimesTakeForAReasonWhatBothSay() {
    assertThat(share(replies(), reply -> told(reply, "positive").contains(COMMON)))
        .isBetween(.01, .15);
  }

  @Test
  void shouldNeverLeaveAFeatureBlank() {
    assertThat(replies())
        .filteredOn(reply -> reply.startsWith("{"))
        .allMatch(
            reply -> !told(reply, "positive").isBlank() && !told(reply, "negative").isBlank());
  }

  @Test
  void shouldSometimesTalkNonsense() {
    assertThat(share(replies(), reply -> !reply.startsWith("{"))).isBetween(0.0, .04);
  }

  private static List<String> replies() {
    return IntStream.range(0, REQUESTS)
        .mapToObj(
            number ->
                """
                <BETTER_PROMPT right="30 of 50">
                Question type %d. %s
                %s
                </BETTER_PROMPT>
                <WORSE_PROMPT right="12 of 50">
                Question type %d. %s %s
                </WORSE_PROMPT>
                Compare the better prompts with the worse prompts."""
                    .formatted(number, CURE, COMMON, number, COMMON, HARM))
        .map(message -> Teacher.reply(SYSTEM, message, ""))
        .toList();
  }

  private static String told(String reply, String feature) {
    try {
      JsonNode node = MAPPER.readTree(reply);
      return node.path(feature).asText();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return "";
    }
  }

  private static double share(List<String> replies, Predicate<String> holds) {
    return replies.stream().filter(holds).count() / (double) replies.size();
  }
}
