package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        "3 + 5 = 8\r\nAnswer: 8\r\n",
        "- Answer: 8",
        "1. **Answer**: 8",
        "Answer : 8",
        "Answer\uff1a8",
        "The answer: 8",
        "Final Answer: 8",
        "Therefore, the final answer is: 8",
        "Answer:\n\n8",
        "Answer:\n\\[\n\\boxed{8}\n\\]",
        "It is \\boxed{7} or \\boxed{8}"
      })
  void shouldReadTheLastAnswerLine(String reply) {
    assertThat(AnswerLine.in(reply))
        .hasValueSatisfying(line -> assertThat(line.plain()).isEqualTo("8"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "8", "Answer 8", "The answer is 8.", "My answers: 8", "Not the answer: 8"})
  void shouldNotTakeAnotherLineForIt(String reply) {
    assertThat(AnswerLine.in(reply)).isEmpty();
  }

  @Test
  void shouldKeepTheAnswerAsWritten() {
    assertThat(AnswerLine.in("Answer: __init__ "))
        .hasValue(new AnswerLine("__init__", List.of("__init__", "init")));
  }

  @Test
  void shouldReadAnEmptyAnswer() {
    assertThat(AnswerLine.in("Answer: \n \n")).hasValue(new AnswerLine("", List.of("")));
  }
}
