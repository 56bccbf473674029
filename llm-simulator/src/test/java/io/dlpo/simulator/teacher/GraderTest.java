package io.dlpo.simulator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraderTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SYSTEM = "You judge one answer of a language model by a rubric. ";

  @ParameterizedTest
  @CsvSource({"Three apples. Answer: 7, 0.5", "'Answer: 7', 1", "'Answer: 8', 0", "seven, 0"})
  void shouldMostlyScoreByTheReference(String answer, double expected) throws Exception {
    // When
    double mean =
        IntStream.range(0, 300)
            .mapToDouble(number -> score("question " + number, answer))
            .average()
            .orElseThrow();

    // Then
    assertThat(mean).isBetween(expected - .06, expected + .06);
  }

  private static double score(String input, String answer) {
    try {
      String message =
          MAPPER
              .createObjectNode()
              .put("input", input)
              .put("answer", answer)
              .put("reference", "7")
              .toString();
      return MAPPER.readTree(Teacher.reply(SYSTEM, message, "")).path("score").asDouble();
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
