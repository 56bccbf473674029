package io.dlpo.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.cli.CliException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {

  @Test
  void shouldDefaultToOneProcessOfEachService() {
    assertThat(Scale.ones().toString())
        .isEqualTo("forward-engine=1 evaluator=1 backward-engine=1 optimizer=1");
    assertThat(Scale.parse(List.of("evaluator=3", "forward-engine=2")).toString())
        .isEqualTo("forward-engine=2 evaluator=3 backward-engine=1 optimizer=1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evaluator",
        "evaluator=",
        "evaluator=0",
        "evaluator=x",
        "kafka=2",
        "evaluator=17"
      })
  void shouldRefuseAnInvalidOption(String option) {
    assertThatThrownBy(() -> Scale.parse(List.of(option)))
        .isInstanceOfSatisfying(
            CliException.class, failure -> assertThat(failure.exitStatus()).isEqualTo(2))
        .hasMessageContaining("'" + option + "'")
        .hasMessageContaining("forward-engine, evaluator, backward-engine, optimizer");
  }
}
