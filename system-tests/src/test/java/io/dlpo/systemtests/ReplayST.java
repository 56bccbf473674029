package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.EventType;
import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.RunReport;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.SpecFile;
import io.dlpo.systemtests.stack.Stack;
import io.dlpo.testing.kafka.EventTap;
import io.dlpo.testing.kafka.TestProducer;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Replays and forks runs of the packaged services. */
@ExtendWith(SharedStack.class)
class ReplayST {

  private static final int STEPS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Stack stack;

  ReplayST(Stack stack) {
    this.stack = stack;
  }

  @Test
  void shouldAgreeWithARunUntilOneOfItsEventsIsTamperedWith() {
    // Given
    RunReport run = run("replay", 21);

    // When, Then
    assertThat(replay(run.runId()).expect(0).out())
        .matches(
            "agrees: %d steps, \\d+ events, trajectory %s \\(finished\\)\n"
                .formatted(STEPS, run.trajectory()));

    // Given a second, different event for one of its scores
    BatchScored scored = acceptanceScore(run.runId());
    try (TestProducer producer = TestProducer.to(stack.kafka())) {
      producer.send(worse(scored));
    }

    // When
    String told = replay(run.runId()).expect(1).out();

    // Then
    assertThat(told)
        .startsWith("differs at step " + scored.evaluation().step() + "\n")
        .contains("event       BatchScored " + scored.identity())
        .contains("field       correct")
        .contains("recorded    " + scored.correct())
        .contains("0 in a second record of the same event");
    assertThat(stack.runNow(run.runId()).trajectory())
        .as("the run itself is as it was")
        .isEqualTo(run.trajectory());
  }

  @Test
  void shouldGoOnFromAStepForNothingAndByAnotherSeedOnAnotherWay() {
    // Given
    RunReport parent = run("fork", 23);

    // When
    RunReport same = fork(parent, "--set", "name=fork-again");
    RunReport other = fork(parent, "--set", "seed=99", "--set", "optimizer.steps=4");

    // Then
    assertThat(same.trajectory()).isEqualTo(parent.trajectory());
    assertThat(same.bestPrompt()).isEqualTo(parent.bestPrompt());
    assertThat(same.paid()).isZero();
    assertThat(other.trajectory()).isNotEqualTo(parent.trajectory());
    assertThat(other.json().path("steps").asInt()).isEqualTo(4);
    assertThat(stack.dlpo().run("show", other.runId()).expect(0).out())
        .contains("fork      of run " + parent.runId() + " after step 2");
    for (RunReport fork : new RunReport[] {same, other}) {
      assertThat(replay(fork.runId()).expect(0).out()).contains(fork.trajectory());
    }
  }

  @Test
  void shouldSayWhatAForkCannotChange() {
    // Given
    RunReport parent = run("fork-refused", 24);

    // When
    CommandResult prompt =
        stack.dlpo().run("fork", parent.runId(), "--step", "2", "--set", "prompt=Do.").expect(2);
    CommandResult unknown =
        stack.dlpo().run("fork", parent.runId(), "--step", "2", "--set", "sed=1").expect(2);
    CommandResult step = stack.dlpo().run("fork", parent.runId(), "--step", "6").expect(2);

    // Then
    assertThat(prompt.err()).contains("it cannot be changed during a run");
    assertThat(unknown.err()).contains("sed");
    assertThat(step.err()).contains("step is '6'; must be 1 to 5");
  }

  private RunReport run(String name, long seed) {
    return stack.run(SpecFile.small(stack.dlpo(), name, STEPS, seed));
  }

  private RunReport fork(RunReport parent, String... options) {
    String[] arguments =
        Stream.concat(
                Stream.of("fork", parent.runId(), "--step", "2", "--json"), Stream.of(options))
            .toArray(String[]::new);
    return new RunReport(stack.dlpo().run(arguments).expect(0).json());
  }

  private CommandResult replay(String runId) {
    return stack.dlpo().run("replay", runId);
  }

  private BatchScored acceptanceScore(String runId) {
    try (EventTap tap = EventTap.fromBeginning(stack.kafka(), EventType.BATCH_SCORED.topic())) {
      return tap.awaitRecords(
              record ->
                  runId.equals(record.header("ce_subject"))
                      && isAcceptance(record.as(BatchScored.class)),
              1,
              PATIENCE)
          .getFirst()
          .as(BatchScored.class);
    }
  }

  private static boolean isAcceptance(BatchScored scored) {
    return scored.evaluation().purpose() == Purpose.ACCEPTANCE
        && scored.evaluation().step() > 0
        && scored.correct() > 0;
  }

  private static BatchScored worse(BatchScored scored) {
    return new BatchScored(
        scored.evaluation(),
        0,
        scored.failed(),
        scored.score(),
        scored.examples(),
        scored.mistakes(),
        scored.failures(),
        scored.usage(),
        scored.criticalPathMillis(),
        scored.judgeUsage(),
        scored.notes(),
        scored.countedWrong(),
        scored.failedExamples());
  }
}
