package io.dlpo.gateway.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

  private static final List<ModelParameter> ALL = List.of(ModelParameter.values());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        // OpenAI
        "400|{\"error\":{\"message\":\"Unsupported value\",\"param\":\"temperature\",\"code\":\"unsupported_value\"}}|TEMPERATURE",
        "400|{\"error\":{\"message\":\"Unsupported parameter: 'top_p' is not supported\",\"param\":\"top_p\",\"code\":\"unsupported_parameter\"}}|TOP_P",
        "400|{\"error\":{\"message\":\"Invalid schema\",\"param\":\"response_format\",\"code\":null}}|RESPONSE_FORMAT",
        "400|{\"error\":{\"message\":\"'messages' must contain the word 'json' to use 'response_format'\",\"param\":\"messages\"}}|RESPONSE_FORMAT",
        // vLLM
        "400|{\"object\":\"error\",\"message\":\"Unexpected reasoning effort high.\",\"param\":null,\"code\":400}|REASONING_EFFORT",
        "400|{\"message\":\"[{'type': 'extra_forbidden', 'loc': ('body', 'seed'), 'msg': 'no', 'input': {'temperature': 0}}]\"}|SEED",
        // a router
        "400|{\"error\":{\"message\":\"Provider returned error\",\"code\":400,\"metadata\":{\"raw\":\"temperature is not supported\"}}}|TEMPERATURE",
        // in other forms
        "400|Argument not supported on this model: reasoningEffort|REASONING_EFFORT",
        "422|{\"detail\":[{\"loc\":[\"body\",\"top_p\"],\"msg\":\"no\",\"input\":{\"seed\":1}}]}|TOP_P",
        "500|{\"error\":\"grammar: unknown rule\"}|RESPONSE_FORMAT",
        "501|max_tokens is not supported|MAX_TOKENS"
      })
  void shouldFindTheParameterThatIsNotTaken(int status, String body, ModelParameter parameter) {
    assertThat(Refusal.of(status, body).parameter(ALL)).hasValue(parameter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0000',
      value = {
        "429|temperature is not supported",
        "503|temperature is not supported",
        "401|temperature is not supported",
        "400|the model is not supported",
        "400|max_tokens is too large: 9. This model supports at most 8 completion tokens",
        "400|max_tokens is not supported for this context length",
        "400|max_tokens must be positive",
        "400|This model's maximum context length is 8 tokens. You requested 9 tokens.",
        "400|the temperatures of seedlings and top_people",
        "400|{\"message\":\"[{'loc': ('body', 'messages', 0), 'input': {'temperature': 0}}]\"}",
        "500|"
      })
  void shouldFindNoneInWordsAboutSomethingElse(int status, String body) {
    assertThat(Refusal.of(status, body == null ? "" : body).parameter(ALL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"TEMPERATURE", "SEED"})
  void shouldBlameOnlyWhatWasSent(ModelParameter sent) {
    assertThat(Refusal.of(400, "top_p is not supported").parameter(List.of(sent))).isEmpty();
  }
}
