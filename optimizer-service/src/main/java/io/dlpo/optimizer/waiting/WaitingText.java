package io.dlpo.optimizer.waiting;

import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.run.Awaited;
import java.util.Map;
import java.util.stream.Collectors;

/** Describes what a run waits for. */
final class WaitingText {

  private WaitingText() {}

  /** Describes the awaited event without the states of the consumer groups. */
  static String brief(Awaited awaited) {
    String evaluations =
        awaited.evaluations().stream()
            .map(EvaluationId::value)
            .collect(Collectors.joining(" and "));
    return switch (awaited.kind()) {
      case SCORE -> "the score of evaluation " + evaluations;
      case GRADIENT -> "the textual gradient of evaluation " + evaluations;
    };
  }

  /**
   * Names the cause of the wait: the first group without members, or else the first with lag.
   *
   * @param groups the states from the broker; a missing group has no members
   */
  static String of(Awaited awaited, Map<PipelineStage, GroupState> groups) {
    for (PipelineStage stage : PipelineStage.before(awaited.kind())) {
      GroupState state = groups.getOrDefault(stage, GroupState.NONE);
      if (state.members() == 0) {
        return "%s: no consumer in group %s (%s)"
            .formatted(stage.service(), stage.group(), brief(awaited));
      }
    }
    for (PipelineStage stage : PipelineStage.before(awaited.kind())) {
      GroupState state = groups.getOrDefault(stage, GroupState.NONE);
      if (state.lag() > 0) {
        return "%s: %d left to handle in group %s, of all runs (%s)"
            .formatted(stage.service(), state.lag(), stage.group(), brief(awaited));
      }
    }
    return brief(awaited)
        + "; no service has work left, so it may be lost: resume asks for it once more";
  }
}
