package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.PromptProposed;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpendingTest {

  private BatchScored scored;
  private GradientProduced gradient;

  @BeforeEach
  void produceEvents() {
    ScriptedServices world = new ScriptedServices();
    RunContext context = Runs.plain();
    PromptProposed proposed =
        (PromptProposed) BatchScoring.propose(context, history(), 1, 0, 0).events().getFirst();
    scored = world.score(proposed.evaluation(), proposed.examples());
    gradient = world.gradient(scored);
  }

  @Test
  void shouldAddUpByPurpose() {
    // When
    Spending spending = Spending.NONE.plus(scored).plus(gradient);

    // Then
    int mistakes = scored.mistakes().size();
    assertThat(mistakes).isPositive();
    assertThat(spending.byPurpose().get(CallPurpose.BATCH)).isEqualTo(scored.usage());
    assertThat(spending.byPurpose().get(CallPurpose.CRITIQUE).paid()).isEqualTo(mistakes);
    assertThat(spending.byPurpose().get(CallPurpose.REDUCTION)).isEqualTo(new Usage(1, 0, 100, 10));
    assertThat(spending.byPurpose().get(CallPurpose.TEST)).isEqualTo(Usage.NONE);
    assertThat(spending.stepUsage().paid()).isEqualTo(3 + mistakes + 1);
    assertThat(spending.criticalPathMillis()).isEqualTo(2 * ScriptedServices.LATENCY);
  }

  @Test
  void shouldBeginAStepAtNothing() {
    // When
    Spending spending = Spending.NONE.plus(scored).stepBegun();

    // Then
    assertThat(spending.stepUsage()).isEqualTo(Usage.NONE);
    assertThat(spending.byPurpose().get(CallPurpose.BATCH)).isEqualTo(scored.usage());
  }

  @Test
  void shouldCountALateEventOnce() {
    // Given
    Spending expecting =
        Spending.NONE
            .expectLateScore(scored.evaluation().id())
            .expectLateScore(scored.evaluation().id())
            .expectLateGradient(scored.evaluation().id());

    // When
    Spending first = expecting.late(scored).orElseThrow();

    // Then
    assertThat(first.byPurpose().get(CallPurpose.BATCH)).isEqualTo(scored.usage());
    assertThat(first.late(scored)).isEmpty();
    assertThat(first.late()).hasSize(1);
    assertThat(first.late(gradient, List.of()).orElseThrow().late()).isEmpty();
  }

  @Test
  void shouldNotCountWhatItDoesNotExpect() {
    assertThat(Spending.NONE.late(scored)).isEmpty();
    assertThat(Spending.NONE.late(gradient, List.of())).isEmpty();
    assertThat(Spending.NONE.expectLateGradient(scored.evaluation().id()).late(scored)).isEmpty();
  }

  private static RunHistory history() {
    return RunHistory.begin("Answer the question.", List.of(), 8, List.of());
  }
}
