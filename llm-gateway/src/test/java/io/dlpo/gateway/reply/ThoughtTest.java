package io.dlpo.gateway.reply;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThoughtTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "<think>Answer: 9</think>Answer: 3|Answer: 9|Answer: 3",
        "<think>\\nMaybe 1.\\n</think>\\n\\nAnswer: 3|Maybe 1.|Answer: 3",
        "I consider.\\nAnswer: 9\\n</think>Answer: 3|I consider.\\nAnswer: 9|Answer: 3",
        "Sure.\\n<think>hm</think>\\nAnswer: 3|hm|Sure.\\nAnswer: 3",
        "<think>a</think><think>b</think>Answer: 3|a\\nb|Answer: 3",
        "<think></think>Answer: 3||Answer: 3"
      })
  void shouldSeparateTheThoughtFromTheAnswer(String reply, String thought, String answer) {
    assertThat(Thought.in(unescaped(reply)))
        .isEqualTo(new Thought(thought == null ? "" : unescaped(thought), unescaped(answer)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<think>long and long", "  <think>\nlong and long\n"})
  void shouldFindNoAnswerInAThoughtThatNeverEnds(String reply) {
    assertThat(Thought.in(reply)).isEqualTo(new Thought("long and long", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Answer: 3",
        " Answer: 3\n",
        "",
        "{\"edits\":[{\"op\":\"add\",\"text\":\"Think within <think> and </think>.\"}]}",
        "Write <think> first."
      })
  void shouldLeaveAReplyWithoutAThoughtAsItIs(String reply) {
    assertThat(Thought.in(reply)).isEqualTo(new Thought("", reply));
  }

  @Test
  void shouldReadBackTheThoughtThatWasReportedBesideTheAnswer() {
    assertThat(Thought.in(Thought.tagged("hm", "Answer: 3")))
        .isEqualTo(new Thought("hm", "Answer: 3"));
    assertThat(Thought.in(Thought.tagged("hm", " "))).isEqualTo(new Thought("hm", ""));
  }

  @Property
  void shouldSeparateAnyReply(@ForAll String reply) {
    assertThat(Thought.in(reply)).isNotNull();
  }

  @Property
  void shouldNeverShowAThoughtInTheAnswer(
      @ForAll @AlphaChars String thought, @ForAll @AlphaChars String answer) {
    assertThat(Thought.in("<think>" + thought + "</think>" + answer).answer()).isEqualTo(answer);
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n");
  }
}
