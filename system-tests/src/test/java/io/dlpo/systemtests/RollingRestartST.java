package io.dlpo.systemtests;

import io.dlpo.systemtests.stack.RollingReplacement;
import io.dlpo.systemtests.stack.Stack;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rolling restart as in Kubernetes. */
@Tag("nightly")
class RollingRestartST {

  @Test
  void shouldDisturbNoRunAndPayNothingTwiceWhenEveryProcessIsReplacedUnderLoad() {
    // When
    RollingReplacement restart;
    try (Stack stack =
        Stack.up("rolling", RollingReplacement.BUSY, RollingReplacement.twoOfEach())) {
      restart = RollingReplacement.of(stack, process -> {});

      // Then
      restart.expectNothingTwice();
    }
    // Decisions do not depend on time, so the reference runs need no latency.
    try (Stack undisturbed = Stack.up("undisturbed", Map.of())) {
      restart.expectToBeAsOn(undisturbed);
    }
  }
}
