package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Dlpo;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Tests the demo, which is the first command in the documentation. */
@Order(3)
class DemoST {

  @Test
  void shouldShowABetterPromptAndLeaveNothingRunning() {
    // Given
    Dlpo dlpo = Dlpo.fresh("demo", Map.of());

    // When
    CommandResult demo = dlpo.run("demo").expect(0);

    // Then
    assertThat(demo.text()).containsIgnoringCase("baseline").containsIgnoringCase("best");
    assertThat(demo.text()).containsIgnoringCase("simulated");
    assertThat(demo.text()).containsIgnoringCase("tokens");
    assertThat(dlpo.processes()).as("what the demo left running").isEmpty();
    assertThat(dlpo.run("list").exitStatus()).as("exit status without a stack").isEqualTo(3);
  }
}
