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
    for (PipelineStage station : PipelineStage.before(awaited.kind())) {
      GroupState state = groups.getOrDefault(station, new GroupState(0, 0));
      if (state.members() == 0) {
        return "%s: no consumer in group %s (%s)"
            .formatted(station.service(), station.group(), brief(awaited));
      }
    }
    for (PipelineStage station : PipelineStage.before(awaited.kind())) {
      GroupState state = groups.getOrDefault(station, new GroupState(0, 0));
      if (state.lag() > 0) {
        return "%s: %d left to handle in group %s, of all runs (%s)"
            .formatted(station.service(), state.lag(), station.group(), brief(awaited));
      }
    }
    return brief(awaited)
        + "; no service has work left, so it may be lost: resume asks for it once more";
  }
}
