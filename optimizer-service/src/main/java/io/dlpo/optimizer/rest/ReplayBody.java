package io.dlpo.optimizer.rest;

import io.dlpo.contracts.id.RunId;
import io.dlpo.core.replay.Difference;
import io.dlpo.core.replay.Result;
import org.jspecify.annotations.Nullable;

/**
 * A replay as users get it.
 *
 * @param runId the run
 * @param verdict what it has come to
 * @param steps steps that were decided; null unless the log agrees
 * @param events events that the replay has explained; null unless the log agrees
 * @param trajectory SHA-256 over the recomputed decisions; null unless the log agrees
 * @param phase where the run stands by its log; null unless the log agrees
 * @param difference the first difference; null if there is none
 * @param reason why the log does not lead on; null if it does
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

  /** Whether the log agrees with what follows from it. */
  public enum StepDecision {
    AGREES,
    DIFFERS,
    UNKNOWN
  }

  static ReplayBody of(RunId runId, Result result) {
    String run = runId.value();
    return switch (result) {
      case Result.Agrees all ->
          new ReplayBody(
              run,
              StepDecision.AGREES,
              all.steps(),
              all.events(),
              all.trajectory(),
              all.phase(),
              null,
              null);
      case Result.Differs differs ->
          new ReplayBody(
              run, StepDecision.DIFFERS, null, null, null, null, differs.difference(), null);
      case Result.Unknown unknown ->
          unknown(runId, "step %d: %s".formatted(unknown.step(), unknown.reason()));
    };
  }

  static ReplayBody unknown(RunId runId, String reason) {
    return new ReplayBody(
        runId.value(), StepDecision.UNKNOWN, null, null, null, null, null, reason);
  }
}
