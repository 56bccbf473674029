package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Answer: 8",
        "answer:8",
        "ANSWER:   8  ",
        "  Answer: 8",
        "**Answer:** 8",
        "**Answer: 8**",
        "## Answer: 8",
        "> Answer: 8",
        "_Answer:_ `8`",
        "`Answer: 8`",
        "Answer: 7\nAnswer: 8",
        "Answer: 8\n\nThat is all.",
        "3 + 5 = 8\r\nAnswer: 8\r\n"
      })
  void shouldReadTheLastAnswerLine(String reply) {
    assertThat(AnswerLine.in(reply))
        .hasValueSatisfying(line -> assertThat(line.plain()).isEqualTo("8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "The answer: 8", "Answer 8", "- Answer: 8", "Final Answer: 8"})
  void shouldNotTakeAnotherLineForIt(String reply) {
    assertThat(AnswerLine.in(reply)).isEmpty();
  }

  @Test
  void shouldKeepTheAnswerAsWritten() {
    assertThat(AnswerLine.in("Answer: __init__ ")).hasValue(new AnswerLine("__init__", "init"));
  }

  @Test
  void shouldReadAnEmptyAnswer() {
    assertThat(AnswerLine.in("Answer:\n8")).hasValue(new AnswerLine("", ""));
  }
}
