package io.dlpo.core.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.PromptAccepted;
import io.dlpo.contracts.event.PromptRejected;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrajectoryTest {

  private static final PromptId PARENT = PromptId.of("parent");
  private static final Candidate CANDIDATE =
      new Candidate(PromptId.of("candidate"), "candidate", List.of(), "be better");
  private static final StepDecision ACCEPTED =
      new StepDecision(
          DecisionKind.NOT_WORSE,
          "words",
          new AggregateScore(4, 5),
          new AggregateScore(3, 5),
          0.05,
          1.0,
          0.25);

  @Test
  void shouldWriteOneCanonicalLinePerDecision() {
    // When
    String line = Trajectory.line(outcome(2, CANDIDATE, ACCEPTED));

    // Then
    assertThat(line)
        .isEqualTo(
            String.join(
                "\t",
                "2",
                "a\u001fb",
                PARENT.value(),
                CANDIDATE.promptId().value(),
                "ACCEPTED",
                "NOT_WORSE",
                "4",
                "5",
                "5",
                "3",
                "3fa999999999999a",
                "3ff0000000000000",
                "3fd0000000000000"));
  }

  @Test
  void shouldWriteWhatIsUnknownAsADash() {
    // When
    String line =
        Trajectory.line(
            outcome(1, null, StepDecision.uncompared(DecisionKind.NO_MISTAKE, "none", null)));

    // Then
    assertThat(line)
        .endsWith("\t-\tREJECTED\tNO_MISTAKE\t-\t0\t0\t-\t-\t-\t-")
        .startsWith("1\ta\u001fb\t");
  }

  @Test
  void shouldDependOnEveryDecisionAndItsOrder() {
    // Given
    StepOutcome one = outcome(1, CANDIDATE, ACCEPTED);
    StepOutcome two =
        outcome(2, null, StepDecision.uncompared(DecisionKind.UNCHANGED, "none", null));
    Trajectory begin = Trajectory.begin(PARENT);

    // When
    Trajectory both = begin.plus(one).plus(two);

    // Then
    assertThat(both.digest()).matches("[0-9a-f]{64}");
    assertThat(begin.plus(one).plus(two)).isEqualTo(both);
    assertThat(begin.plus(two).plus(one)).isNotEqualTo(both);
    assertThat(begin.plus(one)).isNotEqualTo(both);
    assertThat(Trajectory.begin(PromptId.of("other")).plus(one).plus(two)).isNotEqualTo(both);
  }

  @Test
  void shouldNotDependOnWords() {
    // Given
    StepDecision otherWords =
        new StepDecision(
            DecisionKind.NOT_WORSE,
            "other",
            new AggregateScore(4, 5),
            new AggregateScore(3, 5),
            0.05,
            1.0,
            0.25);

    // When / Then
    assertThat(Trajectory.begin(PARENT).plus(outcome(1, CANDIDATE, otherWords)))
        .isEqualTo(Trajectory.begin(PARENT).plus(outcome(1, CANDIDATE, ACCEPTED)));
  }

  @Test
  void shouldMakeEventAndRowFromTheSameFigures() {
    // Given
    StepOutcome accepted = outcome(2, CANDIDATE, ACCEPTED);
    Usage usage = new Usage(3, 1, 100, 10);

    // When
    PromptAccepted event = (PromptAccepted) accepted.event(new RunId("r"));
    StepRecord row = accepted.toRecord(usage);

    // Then
    assertThat(event.step()).isEqualTo(2);
    assertThat(event.decision().prompt()).isEqualTo("candidate");
    assertThat(event.decision().techniques()).containsExactly("annealing");
    assertThat(event.decision().arm()).isEqualTo(row.arm()).isEqualTo("lean");
    assertThat(event.decision().correct()).isEqualTo(row.correct()).isEqualTo(4);
    assertThat(event.decision().draw()).isEqualTo(row.draw()).isEqualTo(0.25);
    assertThat(row.candidate()).isEqualTo("candidate");
    assertThat(row.batch()).containsExactly("a", "b");
    assertThat(row.usage()).isEqualTo(usage);
    assertThat(row.accepted()).isTrue();
  }

  @Test
  void shouldRejectWithoutACandidate() {
    // When
    PromptRejected event =
        (PromptRejected)
            outcome(
                    1,
                    null,
                    StepDecision.uncompared(
                        DecisionKind.UNREADABLE, "why", new AggregateScore(3, 5)))
                .event(new RunId("r"));

    // Then
    assertThat(event.decision().promptId()).isNull();
    assertThat(event.decision().reason()).isEqualTo("why");
    assertThat(event.decision().previousCorrect()).isEqualTo(3);
    assertThat(event.decision().total()).isEqualTo(5);
    assertThat(event.decision().evaluated()).isZero();
  }

  @Test
  void shouldRefuseToAcceptNothing() {
    assertThatThrownBy(() -> outcome(1, null, ACCEPTED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("candidate is missing");
  }

  private static StepOutcome outcome(
      int step, @Nullable Candidate candidate, StepDecision decision) {
    return new StepOutcome(
        step,
        List.of("a", "b"),
        PARENT,
        candidate,
        new Plan(List.of("annealing"), null, List.of(), "lean"),
        decision,
        List.of());
  }
}
