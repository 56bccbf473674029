package io.dlpo.optimizer.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.run.Awaited;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitingTextTest {

  private static final Awaited SCORE =
      new Awaited(Awaited.Kind.SCORE, List.of(new EvaluationId("e1"), new EvaluationId("e2")));
  private static final Awaited GRADIENT =
      new Awaited(Awaited.Kind.GRADIENT, List.of(new EvaluationId("e1")));

  @Test
  void shouldNameAServiceThatIsNotThereBeforeOneThatIsBusy() {
    // Given
    Map<PipelineStage, GroupState> groups = idle();
    groups.put(PipelineStage.FAN_OUT, state(1, 7));
    groups.put(PipelineStage.SCORING, state(0, 50));

    // When, Then
    assertThat(WaitingText.of(SCORE, groups))
        .isEqualTo(
            "the evaluator: no consumer in group dlpo.evaluator.predictions"
                + " (the score of evaluation e1 and e2)");
  }

  @Test
  void shouldNameTheFirstThatHasWorkLeft() {
    // Given
    Map<PipelineStage, GroupState> groups = idle();
    groups.put(PipelineStage.ANSWERS, state(2, 38));
    groups.put(PipelineStage.SCORING, state(1, 4));

    // When, Then
    assertThat(WaitingText.of(SCORE, groups))
        .isEqualTo(
            "the forward engine: 38 left to handle in group dlpo.forward-engine.examples,"
                + " of all runs (the score of evaluation e1 and e2)");
  }

  @Test
  void shouldNotBlameAServiceThatIsNotOnTheWay() {
    // Given
    Map<PipelineStage, GroupState> groups = idle();
    groups.put(PipelineStage.ANSWERS, state(0, 38));
    groups.put(PipelineStage.CRITIQUES, state(1, 1));

    // When, Then
    assertThat(WaitingText.of(GRADIENT, groups))
        .isEqualTo(
            "the backward engine: 1 left to handle in group dlpo.backward-engine.scores,"
                + " of all runs (the textual gradient of evaluation e1)");
  }

  @Test
  void shouldSayThatAnAnswerMayBeLostIfNobodyHasWorkLeft() {
    assertThat(WaitingText.of(GRADIENT, idle()))
        .isEqualTo(
            "the textual gradient of evaluation e1; no service has work left, so it may be lost:"
                + " resume asks for it once more");
  }

  @Test
  void shouldTakeAGroupThatTheBrokerDoesNotKnowForOneWithoutMembers() {
    assertThat(WaitingText.of(SCORE, Map.of()))
        .startsWith("the forward engine: no consumer in group dlpo.forward-engine.proposals");
  }

  private static Map<PipelineStage, GroupState> idle() {
    Map<PipelineStage, GroupState> groups = new EnumMap<>(PipelineStage.class);
    for (PipelineStage stage : PipelineStage.values()) {
      groups.put(stage, state(1, 0));
    }
    return groups;
  }

  private static GroupState state(int members, long lag) {
    return new GroupState(members, lag, 0, 6);
  }
}
