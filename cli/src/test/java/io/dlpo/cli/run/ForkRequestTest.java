package io.dlpo.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.cli.CliException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForkRequestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "seed=7 | 7",
        "optimizer.annealing.temperature=0.1 | 0.1",
        "optimizer.momentum=false | false",
        "optimizer.learningRate.decay=linear | \"linear\"",
        "name=a b=c | \"a b=c\"",
        "name= | \"\"",
        "name=\"7\" | \"7\"",
        "name=7 of 9 | \"7 of 9\"",
        "optimizer.momentum={\"window\":2} | {\"window\":2}"
      })
  void shouldSendValuesWithTheirJsonTypes(String setting, String value) {
    String key = setting.substring(0, setting.indexOf('='));

    assertThat(new ForkRequest(3, List.of(setting), null).body().path("set").path(key).toString())
        .isEqualTo(value);
  }

  @Test
  void shouldSendTheStepAndTheOptionalId() {
    assertThat(new ForkRequest(3, List.of(), "mine").body().toString())
        .isEqualTo("{\"step\":3,\"set\":{},\"runId\":\"mine\"}");
    assertThat(new ForkRequest(1, List.of(), null).body().toString())
        .isEqualTo("{\"step\":1,\"set\":{}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"seed", "=7", ""})
  void shouldRefuseASettingWithoutKeyAndValue(String setting) {
    ForkRequest request = new ForkRequest(1, List.of(setting), null);

    assertThatThrownBy(request::body)
        .isInstanceOf(CliException.class)
        .hasMessage("--set is '" + setting + "'; must be KEY=VALUE, such as seed=7");
  }

  @Test
  void shouldRefuseADuplicateKey() {
    ForkRequest request = new ForkRequest(1, List.of("seed=1", "seed=2"), null);

    assertThatThrownBy(request::body)
        .isInstanceOf(CliException.class)
        .hasMessage("--set has seed twice; use each key once");
  }
}
