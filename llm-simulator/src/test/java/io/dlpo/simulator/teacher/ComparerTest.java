package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contrast requests as the optimizer sends them. */
class ComparerTest {

  private static final String USER =
      """
      <BETTER_PROMPT right="0.8">
      You will answer a reasoning question. Count every single item. Be polite and friendly.
      </BETTER_PROMPT>
      <BETTER_PROMPT right="0.7">
      You will answer a reasoning question. Add up the quantity of every item.
      </BETTER_PROMPT>
      <WORSE_PROMPT right="0.3">
      You will answer a reasoning question. Guess if you are in doubt. Be polite and friendly.
      </WORSE_PROMPT>
      <WORSE_PROMPT right="0.35">
      You will answer a reasoning question.
      </WORSE_PROMPT>
      Compare the better prompts with the worse prompts.\
      """;

  @Test
  void shouldSayWhatEitherSideHasAndTheOtherLacks() {
    // When
    List<JsonNode> replies = Requests.replies(Requests.CONTRAST, USER);

    // Then
    assertThat(
            Requests.share(
                replies,
                reply -> reply.path("positive").asText().contains("- Count every single item.")))
        .isBetween(0.65, 0.95);
    assertThat(
            Requests.share(
                replies,
                reply -> reply.path("negative").asText().contains("- Guess if you are in doubt.")))
        .isBetween(0.65, 0.95);
  }

  @Test
  void shouldTakeAnotherWordingForTheSameInstruction() {
    assertThat(Requests.replies(Requests.CONTRAST, USER))
        .noneMatch(
            reply ->
                reply.path("positive").asText().contains("Count every single")
                    && reply.path("positive").asText().contains("Add up the quantity"));
  }

  @Test
  void shouldTakeACoincidenceForAReasonNowAndThen() {
    // When
    List<JsonNode> replies = Requests.replies(Requests.CONTRAST, USER);

    // Then
    assertThat(
            Requests.share(
                replies, reply -> reply.path("positive").asText().contains("You will answer")))
        .isBetween(0.005, 0.15);
  }

  @Test
  void shouldNameBothFeaturesWhateverItSees() {
    for (String user : List.of("", "<BETTER_PROMPT right=\"1.0\">\n\n</BETTER_PROMPT>")) {
      assertThat(Requests.replies(Requests.CONTRAST, user))
          .hasSizeGreaterThan(Requests.MANY * 9 / 10)
          .allSatisfy(
              reply -> {
                assertThat(reply.path("positive").asText()).isNotBlank();
                assertThat(reply.path("negative").asText()).isNotBlank();
              });
    }
  }
}
