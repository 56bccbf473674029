package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Disturbed;
import io.dlpo.systemtests.stack.SchemathesisRun;
import io.dlpo.systemtests.stack.Stack;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A foreign tester finds no difference between the OpenAPI document and the service. It learns ids
 * from responses and pauses, cancels and deletes what it finds, so it may not meet the runs of
 * other tests.
 */
@Execution(ExecutionMode.SAME_THREAD)
class SchemathesisST {

  private static final Duration SHORT = Duration.ofMinutes(3);
  private static final Duration LONG = Duration.ofMinutes(40);

  private final Stack stack;

  SchemathesisST(@Disturbed Stack stack) {
    this.stack = stack;
  }

  @Test
  void shouldFindNoViolationInAFewCasesOfEachOperation() {
    expectNoViolation(
        SHORT, "--phases", "examples,fuzzing", "--max-examples", "5", "--max-time", "20");
  }

  @Test
  @Tag("nightly")
  void shouldFindNoViolationInTheFullSetOfChecks() {
    expectNoViolation(LONG);
  }

  private void expectNoViolation(Duration limit, String... options) {
    // When
    CommandResult result = SchemathesisRun.install().schemathesis(stack.rest(), limit, options);

    // Then
    assertThat(result.exitStatus()).as(result.text()).isZero();
    String summary = result.out().substring(result.out().indexOf("Test cases:"));
    assertThat(summary).matches("(?s)Test cases:\\s+(\\d+) generated, \\1 passed\\s.*");
    System.out.println(
        "schemathesis: " + summary.lines().skip(1).findFirst().orElseThrow().strip());
  }
}
