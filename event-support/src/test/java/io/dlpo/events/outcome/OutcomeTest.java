package io.dlpo.events.outcome;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {

  @Test
  void shouldRefuseANameThatIsNoCloudEventsExtension() {
    assertThatThrownBy(() -> new Outcome(List.of(), Map.of("causation-id", "c")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Outcome.extensions has the name 'causation-id'; use up to 20 lowercase letters and digits");
  }
}
