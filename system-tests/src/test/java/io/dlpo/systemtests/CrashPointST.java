package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.soak.ScoredEvaluations;
import io.dlpo.systemtests.stack.CrashPoints;
import io.dlpo.systemtests.stack.DecidedSteps;
import io.dlpo.systemtests.stack.DisturbedRun;
import io.dlpo.systemtests.stack.LocalStack;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.TappedRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Services crash before and after their writes. The run has the same decisions and paid calls as an
 * undisturbed run.
 */
@Order(1)
class CrashPointST {

  private static final String RUN = "crash-points";
  private static final int STEPS = 8;
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  @Test
  void shouldLoseNothingAndPayNothingTwiceAtEachKindOfWrite() {
    expectUndisturbed(CrashPoints.ofEachKind());
  }

  @Test
  @Tag("nightly")
  void shouldLoseNothingAndPayNothingTwiceAtEveryWriteOfEveryService() {
    CrashPoints points = CrashPoints.ofAllServices();
    assertThat(points.planned()).isEqualTo(CrashPoints.all());
    expectUndisturbed(points);
  }

  private static void expectUndisturbed(CrashPoints points) {
    try (LocalStack stack = up(points)) {
      // Given
      Path spec = SpecFile.distinct(stack.dlpo(), RUN, STEPS, 401);

      // When the command may lose its connection to the optimizer
      stack.startRun(spec, "--run-id", RUN);
      RunReport disturbed =
          await()
              .atMost(TIMEOUT)
              .ignoreExceptions()
              .until(() -> stack.runNow(RUN), run -> run.json().path("finishedAt").isTextual());

      // Then
      assertThat(points.passed()).isEqualTo(points.planned());
      DisturbedRun.expectSameAsReference(stack, disturbed, spec);
      ScoredEvaluations scored = ScoredEvaluations.read(stack.kafka());
      assertThat(scored.count()).as("scored evaluations").isPositive();
      assertThat(scored.twice()).as("evaluations with two results").isZero();
      assertThat(stack.deadLetters()).isEmpty();
      expectEachStepDecidedOnce(stack);
    }
  }

  private static LocalStack up(CrashPoints points) {
    Map<String, String> environment = new HashMap<>(points.environment());
    environment.putAll(Stack.SHORT_SESSIONS);
    // Longer than two restarts in a row on a machine that starts other stacks: a prediction that is
    // only late must not pause the run. One that is lost still does, within TIMEOUT.
    environment.put("DLPO_EVALUATOR_DEADLINE", "3m");
    return LocalStack.up(
        "crashing", environment, "--scale", "forward-engine=2", "--scale", "evaluator=2");
  }

  private static void expectEachStepDecidedOnce(LocalStack stack) {
    Predicate<TappedRecord> ofRun = tapped -> RUN.equals(tapped.key());
    List<Integer> all = IntStream.rangeClosed(1, STEPS).boxed().toList();
    try (EventTap decisions =
        EventTap.fromBeginning(
            stack.kafka(), EventType.PROMPT_ACCEPTED.topic(), EventType.PROMPT_REJECTED.topic())) {
      await()
          .untilAsserted(
              () ->
                  assertThat(DecidedSteps.of(decisions.records(ofRun)))
                      .containsExactlyElementsOf(all));
      decisions.awaitNothingMore(ofRun, Duration.ofSeconds(1));
    }
  }
}
