package io.dlpo.contracts.event;

import io.dlpo.contracts.id.RunId;
import java.util.Objects;

/**
 * Where a run goes on from another one.
 *
 * @param runId the other run
 * @param step after which of its steps, from 1
 * @param sampleScope within which sampled replies may be shared: that of the other run, so that
 *     nothing it has paid is paid again
 */
public record ForkPoint(RunId runId, int step, String sampleScope) {

  public ForkPoint {
    Objects.requireNonNull(runId, "ForkPoint.runId is missing");
    Objects.requireNonNull(sampleScope, "ForkPoint.sampleScope is missing");
    if (step < 1) {
      throw new IllegalArgumentException("ForkPoint.step is " + step + "; allowed is 1 or more");
    }
  }
}
