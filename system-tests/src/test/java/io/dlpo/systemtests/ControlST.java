package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.model.ModelRequestSeen;
import io.dlpo.testing.model.ScriptedModel;
import io.dlpo.testing.model.ScriptedReply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a user tells a run to do takes effect at once, and outlives every process. */
class ControlST {

  private static final String RUN = "paused";

  /** So many, of calls so slow, that the command to pause comes long before the end. */
  private static final int STEPS = 8;

  private static final Duration TIMEOUT = Duration.ofMinutes(4);

  @Test
  void shouldNotAskForWhatStillWaitsInQueuesOnceTheRunIsPaused() {
    String run = "queued";
    try (ScriptedModel model = ScriptedModel.start();
        Stack stack = Stack.up("control-queue", oneCallAtATime(model));
        EventTap scores = EventTap.fromEnd(stack.kafka(), EventType.BATCH_SCORED.topic())) {
      // Given an evaluation of 20 examples whose calls go one after the other
      model.script(request -> ScriptedReply.text("Answer: 1").after(Duration.ofSeconds(2)));
      RunningCommand running =
          stack.startRun(SpecFile.small(stack.dlpo(), run, 1, 302), "--run-id", run);
      await().atMost(TIMEOUT).until(() -> !model.requests().isEmpty());

      // When
      stack.dlpo().run("pause", run).expect(0);

      // Then the evaluation is closed with what was asked until then, which are few
      BatchScored abandoned =
          scores
              .awaitRecords(record -> run.equals(record.header("ce_subject")), 1, TIMEOUT)
              .getFirst()
              .as(BatchScored.class);
      int asked = model.requests().size();
      assertThat(abandoned.failed()).isEqualTo(abandoned.evaluation().size() - asked);
      assertThat(abandoned.failures())
          .extracting(CallFailure::kind)
          .containsExactly(FailureKind.NOT_ASKED);
      assertThat(asked).isLessThan(abandoned.evaluation().size() / 2);
      assertThat(stack.runNow(run).status()).isEqualTo("PAUSED");
      running.await(TIMEOUT);

      // When
      model.script(request -> ScriptedReply.text("Answer: 1"));
      stack.dlpo().run("resume", run).expect(0);
      stack.dlpo().run("follow", run).expect(0);

      // Then nothing was asked twice
      assertThat(stack.runNow(run).status()).isEqualTo("FINISHED");
      assertThat(stack.runNow(run).paid()).isEqualTo(model.requests().size());
      assertThat(model.requests()).extracting(ModelRequestSeen::body).doesNotHaveDuplicates();
    }
  }

  private static Map<String, String> oneCallAtATime(ScriptedModel model) {
    return Map.of(
        "OPENAI_BASE_URL",
        model.baseUrl(),
        "OPENAI_API_KEY",
        "not-a-real-key",
        "DLPO_FORWARD_ENGINE_CONCURRENCY",
        "1");
  }

  @Test
  void shouldGoOnAsIfNothingHadBeenAfterPauseDeathOfAllAndResume() {
    Stack first = Stack.up("control", Map.of("DLPO_SIMULATOR_LATENCY", "400ms"));
    Path spec = SpecFile.small(first.dlpo(), RUN, STEPS, 301);

    // Given a run that was paused in its middle
    RunningCommand running;
    try (EventTap decisions =
        EventTap.fromEnd(
            first.kafka(), EventType.PROMPT_ACCEPTED.topic(), EventType.PROMPT_REJECTED.topic())) {
      running = first.startRun(spec, "--run-id", RUN);
      decisions.awaitRecords(tapped -> RUN.equals(tapped.key()), 1, TIMEOUT);
    }
    first.dlpo().run("pause", RUN).expect(0);
    await().atMost(TIMEOUT).until(() -> first.runNow(RUN).status().equals("PAUSED"));
    running.await(TIMEOUT);

    // When everything is killed, and started again
    try (Stack stack = first.killedAndStartedAgain()) {
      // Then it is still paused
      assertThat(stack.runNow(RUN).status()).isEqualTo("PAUSED");
      assertThat(stack.dlpo().run("replay", RUN).expect(0).out()).startsWith("agrees: ");

      // When
      stack.dlpo().run("resume", RUN).expect(0);
      stack.dlpo().run("follow", RUN).expect(0);

      // Then it has ended as its undisturbed twin does
      RunReport disturbed = stack.runNow(RUN);
      RunReport undisturbed = stack.run(spec);
      assertThat(disturbed.status()).isEqualTo("FINISHED");
      assertThat(stack.dlpo().run("replay", RUN).expect(0).out())
          .startsWith("agrees: " + STEPS + " steps, ")
          .contains(disturbed.trajectory());
      assertThat(disturbed.trajectory()).isEqualTo(undisturbed.trajectory());
      assertThat(disturbed.bestPrompt()).isEqualTo(undisturbed.bestPrompt());
      assertThat(undisturbed.paid()).as("what the ledger did not keep").isZero();
      assertThat(disturbed.paid()).isPositive().isLessThanOrEqualTo(undisturbed.calls());
    }
  }
}
