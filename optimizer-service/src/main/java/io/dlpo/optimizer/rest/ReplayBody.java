package io.dlpo.optimizer.rest;

import io.dlpo.contracts.id.RunId;
import io.dlpo.core.replay.Difference;
import io.dlpo.core.replay.ReplayResult;
import org.jspecify.annotations.Nullable;

/**
 * The result of a replay.
 *
 * @param runId the run
 * @param verdict the outcome of the replay
 * @param steps the number of decided steps; null unless the log is consistent
 * @param events the number of events that the replay reproduced; null unless the log is consistent
 * @param trajectory SHA-256 of the recomputed decisions; null unless the log is consistent
 * @param phase the phase of the run according to its log; null unless the log is consistent
 * @param difference the first difference; null if there is none
 * @param reason why the replay cannot continue; null if it can
 */
public record ReplayBody(
    String runId,
    StepDecision verdict,
    @Nullable Integer steps,
    @Nullable Integer events,
    @Nullable String trajectory,
    @Nullable String phase,
    @Nullable Difference difference,
    @Nullable String reason) {

  /** Whether the log is consistent with the recomputed run. */
  public enum StepDecision {
    AGREES,
    DIFFERS,
    UNKNOWN
  }

  static ReplayBody of(RunId runId, ReplayResult result) {
    String run = runId.value();
    return switch (result) {
      case ReplayResult.Agrees all ->
          new ReplayBody(
              run,
              StepDecision.AGREES,
              all.steps(),
              all.events(),
              all.trajectory(),
              all.phase(),
              null,
              null);
      case ReplayResult.Differs differs ->
          new ReplayBody(
              run, StepDecision.DIFFERS, null, null, null, null, differs.difference(), null);
      case ReplayResult.Unknown unknown ->
          unknown(runId, "step %d: %s".formatted(unknown.step(), unknown.reason()));
    };
  }

  static ReplayBody unknown(RunId runId, String reason) {
    return new ReplayBody(
        runId.value(), StepDecision.UNKNOWN, null, null, null, null, null, reason);
  }
}
