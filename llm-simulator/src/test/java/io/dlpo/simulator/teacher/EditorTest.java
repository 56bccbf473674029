package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.simulator.instruction.Weakness;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class EditorTest {

  private static final int REQUESTS = 400;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String ADVICE = "- " + Advice.cureFor(Weakness.KINDS, "test");
  private static final String PROMPT =
      """
      [1] You will answer a reasoning question.
      [2] Be polite and friendly.
      [3 frozen] Answer quickly and trust your first impression.
      [4] Watch the sign of each number carefully.
      """;

  @Test
  void shouldMostlyFollowTheAdvice() {
    // When
    List<Optional<JsonNode>> scripts = scripts(PROMPT, ADVICE, "");

    // Then
    assertThat(share(scripts, script -> script.isPresent())).isBetween(0.95, 0.999);
    assertThat(
            share(
                scripts,
                script -> script.toString().contains(ADVICE.substring(3, ADVICE.length() - 1))))
        .isGreaterThan(0.9);
  }

  @Test
  void shouldAddAndModifyAndDelete() {
    // When
    List<Optional<JsonNode>> scripts = scripts(PROMPT, ADVICE, "");

    // Then
    for (String op : List.of("add", "modify", "delete")) {
      assertThat(share(scripts, script -> has(script, op))).as(op).isGreaterThan(0.05);
    }
  }

  @Test
  void shouldNeverTouchTheFirstSentenceNorFrozenOnes() {
    assertThat(scripts(PROMPT, ADVICE, ""))
        .allSatisfy(
            script ->
                assertThat(
                        StreamSupport.stream(
                                script.orElse(MAPPER.createArrayNode()).spliterator(), false)
                            .filter(edit -> edit.has("sentence"))
                            .map(edit -> edit.path("sentence").asInt()))
                    .isSubsetOf(2, 4));
  }

  @Test
  void shouldAddToTheLastMessageThatIsOpenToEdits() {
    // Given
    String messages =
        """
        [1 frozen] <message role="system">
        [2] You will answer a reasoning question.
        [3 frozen] </message>
        [4 frozen] <message role="user">
        [5 frozen] {{question}}
        [6 frozen] </message>
        """;

    // When
    List<Optional<JsonNode>> scripts = scripts(messages, ADVICE, "");

    // Then
    assertThat(
            scripts.stream()
                .flatMap(Optional::stream)
                .flatMap(JsonNode::valueStream)
                .filter(edit -> edit.has("after"))
                .map(edit -> edit.path("after").asInt()))
        .isNotEmpty()
        .containsOnly(2);
  }

  @Test
  void shouldKeepToTheLimitMostOfTheTime() {
    // When
    List<Optional<JsonNode>> scripts = scripts(PROMPT, ADVICE, "<LIMIT>1</LIMIT>\n");

    // Then
    assertThat(share(scripts, script -> script.map(JsonNode::size).orElse(0) <= 1))
        .isBetween(0.8, 0.97);
  }

  @Test
  void shouldAskForWhatIsUselessOrHarmfulNowAndThen() {
    // When
    List<Optional<JsonNode>> scripts = scripts("[1] Answer.\n", ADVICE, "");

    // Then
    assertThat(
            share(
                scripts,
                script ->
                    Advice.HARMFUL.stream().anyMatch(script.toString()::contains)
                        || Advice.USELESS.stream().anyMatch(script.toString()::contains)))
        .isBetween(0.15, 0.4);
  }

  @Test
  void shouldNotRepeatAdviceThatThePromptFollows() {
    assertThat(scripts("[1] Answer.\n[2] Count every item.\n", ADVICE, "<LIMIT>0</LIMIT>"))
        .filteredOn(Optional::isPresent)
        .filteredOn(script -> script.get().isEmpty())
        .hasSizeGreaterThan(REQUESTS / 2);
  }

  private static double share(
      List<Optional<JsonNode>> scripts, Predicate<Optional<JsonNode>> condition) {
    return (double) scripts.stream().filter(condition).count() / scripts.size();
  }

  private static boolean has(Optional<JsonNode> script, String op) {
    return script.toString().contains("\"op\":\"" + op + "\"");
  }

  private static List<Optional<JsonNode>> scripts(String sentences, String advice, String limit) {
    return IntStream.range(0, REQUESTS)
        .mapToObj(
            n ->
                "<SENTENCES>\n%s</SENTENCES>\n<GRADIENT>\n%s\n%d\n</GRADIENT>\n%s"
                    .formatted(sentences, advice, n, limit))
        .map(user -> Teacher.reply(Requests.UPDATE, user, ""))
        .map(EditorTest::read)
        .toList();
  }

  /** The edits, in a fence or not; empty for nonsense. */
  private static Optional<JsonNode> read(String reply) {
    int from = reply.indexOf('{');
    try {
      return from < 0
          ? Optional.empty()
          : Optional.of(
              MAPPER.readTree(reply.substring(from, reply.lastIndexOf('}') + 1)).path("edits"));
    } catch (JsonProcessingException | StringIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }
}
