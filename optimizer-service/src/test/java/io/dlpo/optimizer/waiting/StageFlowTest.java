package io.dlpo.optimizer.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.contracts.event.EventType;
import org.junit.jupiter.api.Test;

class StageFlowTest {

  @Test
  void shouldTellBacklogAndRate() {
    assertThat(
            StageFlow.of(
                PipelineStage.SCORING,
                new GroupState(2, 7, 150, 6),
                new GroupState(2, 0, 100, 6),
                10))
        .isEqualTo(
            new StageFlow(
                "the evaluator",
                EventType.PREDICTION_PRODUCED,
                "dlpo.evaluator.predictions",
                2,
                6,
                7,
                5.0));
  }

  @Test
  void shouldKnowNoRateWithoutAnEarlierLook() {
    assertThat(rate(null, 10)).isNull();
    assertThat(rate(new GroupState(1, 0, 90, 6), 0)).isNull();
  }

  /** A group whose offsets were set back has not processed a negative number of records. */
  @Test
  void shouldKnowNoRateWhenOffsetsWereSetBack() {
    assertThat(rate(new GroupState(1, 0, 101, 6), 10)).isNull();
  }

  private static Double rate(GroupState since, double seconds) {
    return StageFlow.of(PipelineStage.SCORES, new GroupState(1, 0, 100, 6), since, seconds).rate();
  }
}
