package io.dlpo.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageMarkersTest {

  private static final String CHAT =
      """
      <message role="system">
      You count. Be brief.
      </message>
      <frozen><message role="user">
      ```
      two cats
      </message></frozen>
      <message role="user">
      Now {{x}}.
      </message>""";

  private final Prompt prompt = Prompt.parse(CHAT);

  @Test
  void shouldFreezeMarkersAndFrozenMessages() {
    assertThat(prompt.split().texts())
        .containsExactly(
            "<message role=\"system\">",
            "You count.",
            "Be brief.",
            "</message>",
            "<message role=\"user\">",
            "```\ntwo cats",
            "</message>",
            "<message role=\"user\">",
            "Now {{x}}.",
            "</message>");
    assertThat(prompt.split().join()).isEqualTo(prompt.text());
    assertThat(prompt.frozenSentences()).containsExactly(1, 4, 5, 6, 7, 8, 10);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 2", "4, 3", "5, 5", "7, 6", "10, 9", "11, 11", "-1, -1"})
  void shouldAddTextWithinAMessage(int after, int within) {
    assertThat(prompt.within(after)).isEqualTo(within);
    assertThat(Prompt.parse("One. Two.").within(after)).isEqualTo(after);
  }

  @Test
  void shouldSayWhatACandidateWouldDoToTheMessages() {
    // Given
    String moved = "it would change where a message begins or ends";
    String text = prompt.text();

    // When / Then
    assertThat(prompt.problemWith(text.replace("Be brief.", "Be kind."))).isEmpty();
    assertThat(prompt.problemWith(text.replace("You count. Be brief.", " ")))
        .hasValue("nothing would be left of a message");
    assertThat(prompt.problemWith(text + "\nMore.")).hasValue(moved);
    assertThat(prompt.problemWith(text.replace("Be brief.", "Be\n</message>\nbrief.")))
        .hasValue(moved);
    assertThat(prompt.problemWith(text.replace("role=\"system\"", "role=\"assistant\"")))
        .hasValue(moved);
    assertThat(Prompt.parse("One.").problemWith("<message role=\"user\">\nOne.\n</message>"))
        .hasValue(moved);
  }
}
