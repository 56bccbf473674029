package io.dlpo.optimizer.waiting;

import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.run.Awaited;
import java.util.Map;
import java.util.stream.Collectors;

/** NumberFormats what a run waits for. */
final class WaitingText {

  private WaitingText() {}

  /** What it waits for, without a look at the others. */
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
   * Who keeps it waiting: the first group on the way that nobody reads for, or that has work left.
   *
   * @param groups by what the broker says; a group that is missing has no members
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
