package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** If the endpoint refuses a model, the run pauses and shows the reason. */
@ExtendWith(SharedStack.class)
class ModelFaultST {

  @Test
  void shouldPauseOnAModelThatTheEndpointDoesNotKnow(Stack stack) {
    // Given
    String text =
        SpecFile.smallText("unknown-model", 1, 43)
            + "engines: {forward: {model: no-such-model}, backward: {model: sim-teacher}}\n";
    Path spec = SpecFile.write(stack.dlpo(), "unknown-model", text);

    // When
    CommandResult paused = stack.dlpo().run("run", spec.toString(), "--run-id", "unknown-model");

    // Then
    assertThat(paused.exitStatus()).as(paused.toString()).isEqualTo(1);
    assertThat(paused.err()).contains("no-such-model");
    assertThat(stack.runNow("unknown-model").status()).isEqualTo("PAUSED");
  }
}
