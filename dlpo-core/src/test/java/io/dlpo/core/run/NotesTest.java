package io.dlpo.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunFinished;
import io.dlpo.core.update.UpdateReply;
import io.dlpo.core.update.UpdateRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What models do not take, and what calls cost in vain. */
class NotesTest {

  @Test
  void shouldWarnOnceOfEachNoteWhereverItComesFrom() {
    // Given
    RunContext context = Runs.plain();
    RunFinished silent = new Player(context, new ScriptedServices()).play().finished();

    // When
    RunFinished noted = new Player(context, new NotingServices()).play().finished();

    // Then
    assertThat(silent.warnings()).isNotNull().doesNotContain("forward", "backward", "update");
    assertThat(noted.warnings()).isNotNull().containsOnlyOnce("forward", "backward", "update");
    assertThat(noted.trajectory()).isEqualTo(silent.trajectory());
    assertThat(noted.usage()).isEqualTo(silent.usage());
  }

  @Test
  void shouldKeepNotesOfEventsThatArriveDuringAPause() {
    // Given
    ScriptedServices world = new NotingServices();
    RunContext context = Runs.plain();
    BatchScoring waiting = new BatchScoring(history(), 1, 0, 0);
    RunState paused = waiting.paused(context, "by a test").orElseThrow().next();
    BatchScored late = world.score(evaluation(context), context.batch(history(), 1, 0));

    // When
    RunState after = paused.scored(context, late).orElseThrow().next();

    // Then
    assertThat(after.view().warnings()).containsExactly("forward");
  }

  @Test
  void shouldCountWhatAFailedUpdateHasCost() {
    // Given
    CallFailure failure = new CallFailure(FailureKind.UNREADABLE, "empty");
    ModelCall paid = new ModelCall(true, 30, 3, 0);

    // When
    Spending spending =
        Spending.NONE.plus(
            List.of(
                new UpdateReply.Failed(failure),
                new UpdateReply.Failed(CallPurpose.CONTRAST, failure, paid)));

    // Then
    assertThat(spending.byPurpose().get(CallPurpose.CONTRAST)).isEqualTo(new Usage(1, 0, 30, 3));
    assertThat(spending.byPurpose().get(CallPurpose.UPDATE)).isEqualTo(Usage.NONE);
  }

  private static Evaluation evaluation(RunContext context) {
    return ((PromptProposed) BatchScoring.propose(context, history(), 1, 0, 0).events().getFirst())
        .evaluation();
  }

  private static RunHistory history() {
    return RunHistory.begin("Answer the question.", List.of(), 8, List.of());
  }

  /** Models that each have a note. */
  private static final class NotingServices extends ScriptedServices {

    @Override
    public BatchScored score(Evaluation evaluation, List<Example> examples) {
      BatchScored scored = super.score(evaluation, examples);
      return new BatchScored(
          scored.evaluation(),
          scored.correct(),
          scored.failed(),
          scored.score(),
          scored.examples(),
          scored.mistakes(),
          scored.failures(),
          scored.usage(),
          scored.criticalPathMillis(),
          scored.judgeUsage(),
          List.of("forward"),
          null,
          null);
    }

    @Override
    public GradientProduced gradient(BatchScored scored) {
      GradientProduced gradient = super.gradient(scored);
      return new GradientProduced(
          gradient.evaluation(),
          gradient.gradient(),
          gradient.failure(),
          gradient.critiques(),
          gradient.critiqueUsage(),
          gradient.reductionUsage(),
          gradient.criticalPathMillis(),
          gradient.correct(),
          List.of("backward"));
    }

    @Override
    UpdateReply reply(UpdateRequest request) {
      return switch (super.reply(request)) {
        case UpdateReply.Answered answer ->
            new UpdateReply.Answered(
                answer.kind(), answer.text(), answer.cutOff(), answer.call(), List.of("update"));
        case UpdateReply.Failed failed -> failed;
      };
    }
  }
}
