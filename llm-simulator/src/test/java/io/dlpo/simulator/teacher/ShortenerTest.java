package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.simulator.instruction.Guidance;
import io.dlpo.simulator.instruction.Weakness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Regularization requests as the optimizer sends them. */
class ShortenerTest {

  private static final String LONG = Advice.verbose("Count every single item.");
  private static final String SENTENCES =
      """
      <SENTENCES>
      [1] You will answer a reasoning question.
      [2] Be polite and friendly.
      [3] Count every single item.
      [4 frozen] Write in clear English.
      [5] %s
      [6] Watch the sign of each number carefully.
      [7] Guess if you are in doubt.
      </SENTENCES>
      """
          .formatted(LONG);
  private static final String BOTH =
      SENTENCES
          + "Remove irrelevant sentences. Simplify complex sentences. The prompt must not become"
          + " longer.";

  @Test
  void shouldMostlyRemoveWhatIsUselessRepeatedOrHarmfulAndRarelyWhatHelps() {
    // When
    List<JsonNode> replies = Requests.replies(Requests.REGULARIZATION, BOTH);

    // Then
    for (int useless : new int[] {2, 5, 7}) {
      assertThat(Requests.share(replies, reply -> Requests.deletes(reply, useless)))
          .as("sentence " + useless)
          .isBetween(0.65, 0.85);
    }
    assertThat(Requests.share(replies, reply -> Requests.deletes(reply, 6))).isBetween(0.005, 0.07);
    assertThat(replies)
        .noneMatch(reply -> Requests.deletes(reply, 1) || Requests.deletes(reply, 4));
  }

  @Test
  void shouldSimplifyWithoutLosingWhatIsSaidMostOfTheTime() {
    // Given
    String user =
        SENTENCES.replace("[3] Count every single item.\n", "")
            + "Simplify complex sentences. The prompt must not become longer.";

    // When
    List<JsonNode> replies = Requests.replies(Requests.REGULARIZATION, user);
    List<String> texts =
        replies.stream()
            .flatMap(reply -> Requests.edits(reply, "modify"))
            .map(edit -> edit.path("text").asText())
            .toList();

    // Then
    assertThat(replies).noneMatch(reply -> Requests.edits(reply, "delete").findAny().isPresent());
    assertThat(texts)
        .hasSizeBetween(Requests.MANY * 7 / 10, Requests.MANY * 9 / 10)
        .allSatisfy(text -> assertThat(text).hasSizeLessThan(LONG.length()));
    assertThat(texts.stream().filter(text -> Guidance.of(text).cureOf(Weakness.KINDS) == 1).count())
        .isBetween(texts.size() * 8L / 10, texts.size() - 5L);
    assertThat(texts).contains("Count every single item.");
  }

  @Test
  void shouldDoOnlyWhatItIsAskedFor() {
    // When
    List<JsonNode> removing =
        Requests.replies(
            Requests.REGULARIZATION,
            SENTENCES + "Remove irrelevant sentences. The prompt must not become longer.");
    List<JsonNode> idle =
        Requests.replies(Requests.REGULARIZATION, SENTENCES + "The prompt must not become longer.");

    // Then
    assertThat(removing).noneMatch(reply -> Requests.edits(reply, "modify").findAny().isPresent());
    assertThat(Requests.share(idle, reply -> reply.path("edits").isEmpty())).isGreaterThan(0.9);
  }

  @Test
  void shouldMakeThePromptLongerOnceInAWhile() {
    assertThat(
            Requests.share(
                Requests.replies(Requests.REGULARIZATION, BOTH),
                reply -> Requests.edits(reply, "add").findAny().isPresent()))
        .isBetween(0.01, 0.08);
  }
}
