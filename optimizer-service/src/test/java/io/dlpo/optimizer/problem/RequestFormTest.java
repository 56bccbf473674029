package io.dlpo.optimizer.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFormTest {

  private static final long MAX_BYTES = 1000;

  @ParameterizedTest
  @CsvSource({",", "identity, 1000", "Identity, 0", ", nonsense"})
  void shouldPassOnWhatCanBeRead(@Nullable String encoding, @Nullable String length) {
    assertThat(new RequestForm(encoding, length).refusal(MAX_BYTES)).isEmpty();
  }

  @Test
  void shouldRefuseABodyThatIsEncoded() {
    assertThat(new RequestForm("gzip", "10").refusal(MAX_BYTES))
        .get(InstanceOfAssertFactories.type(ProblemResponse.class))
        .satisfies(
            response -> {
              assertThat(response.problem().status()).isEqualTo(415);
              assertThat(response.problem().detail())
                  .isEqualTo(
                      "the header Content-Encoding is 'gzip'; send the body without an encoding");
              assertThat(response.headers()).isEqualTo(Map.of("Accept-Encoding", "identity"));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001", "99999999999999999999999"})
  void shouldRefuseABodyThatIsTooLarge(String length) {
    assertThat(new RequestForm(null, length).refusal(MAX_BYTES))
        .get(InstanceOfAssertFactories.type(ProblemResponse.class))
        .satisfies(
            response -> {
              assertThat(response.problem().status()).isEqualTo(413);
              assertThat(response.problem().detail())
                  .isEqualTo("the body has " + length + " bytes; the maximum is 1000");
            });
  }
}
