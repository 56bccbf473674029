package io.dlpo.testing.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InfrastructureTest {

  @Test
  void shouldAskTheEngineOnlyWhenNothingIsForced() {
    assertThat(Infrastructure.parse("auto", () -> true)).isEqualTo(Infrastructure.CONTAINERS);
    assertThat(Infrastructure.parse("auto", () -> false)).isEqualTo(Infrastructure.PROCESSES);
    assertThat(Infrastructure.parse("Processes", () -> true)).isEqualTo(Infrastructure.PROCESSES);
    assertThat(Infrastructure.parse("containers", () -> false))
        .isEqualTo(Infrastructure.CONTAINERS);
  }

  @Test
  void shouldRefuseAnUnknownSettingAndSayWhatIsAllowed() {
    assertThatThrownBy(() -> Infrastructure.parse("docker", () -> true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "dlpo.test.infrastructure is 'docker'; must be one of containers, processes, auto");
  }
}
