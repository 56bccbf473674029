package io.dlpo.evaluator.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAnswerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1}",
        " \n{\"a\":\n1}\n ",
        "```json\n{\"a\": 1}\n```",
        "```\n{\"a\": 1}\n```\n",
        "Here it is:\n\n```json\n{\"a\": 1}\n```\nThat is all.",
        "```json\n{\"a\": 2}\n```\nNo, rather\n```json\n{\"a\": 1}\n```",
        "```python\nprint(1)\n```\n```json\r\n{\"a\": 1}\r\n```",
        "  ```json\n  {\"a\": 1}\n  ```",
        "```json\n{\"a\": 1}"
      })
  void shouldReadTheReplyOrItsLastCodeBlock(String reply) throws JsonProcessingException {
    assertThat(JsonAnswer.in(reply).toString()).isEqualTo("{\"a\":1}");
  }

  @Test
  void shouldNotTakeAFenceWithinATextForACodeBlock() throws JsonProcessingException {
    assertThat(JsonAnswer.in("{\"code\": \"```x```\"}").get("code").asText()).isEqualTo("```x```");
    assertThat(JsonAnswer.in("```\n{\"code\": \"```x```\"}\n```").get("code").asText())
        .isEqualTo("```x```");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Here it is: {\"a\": 1}",
        "{\"a\": 1} {\"b\": 2}",
        "{\"a\": 1",
        "```json\n```",
        "```json\n{\"a\": 1}\n```\n```\nnot this\n```"
      })
  void shouldReadNothingElse(String reply) {
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> JsonAnswer.in(reply))
        .satisfies(fault -> assertThat(JsonAnswer.problem(fault)).isNotBlank());
  }

  @Test
  void shouldSayWhereTheFaultIs() {
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> JsonAnswer.in("{\"a\": 1,\n \"b\" 2}"))
        .satisfies(
            fault ->
                assertThat(JsonAnswer.problem(fault))
                    .contains("expecting a colon")
                    .endsWith("(line 2, column 6)"));
  }

  @Property
  void shouldReadOrRefuseAnyReply(@ForAll String reply) {
    try {
      assertThat(JsonAnswer.in(reply)).isNotNull();
    } catch (JsonProcessingException e) {
      assertThat(JsonAnswer.problem(e)).isNotBlank().hasSizeLessThan(400);
    }
  }
}
