package io.dlpo.contracts.event;

import io.dlpo.contracts.id.RunId;
import java.util.Objects;

/**
 * The point at which a fork continues another run.
 *
 * @param runId the other run
 * @param step the last step taken over from the other run, from 1
 * @param sampleScope scope within which sampled replies may be shared: that of the other run, so
 *     that no call is paid for again
 */
public record ForkPoint(RunId runId, int step, String sampleScope) {

  public ForkPoint {
    Objects.requireNonNull(runId, "ForkPoint.runId is missing");
    Objects.requireNonNull(sampleScope, "ForkPoint.sampleScope is missing");
    if (step < 1) {
      throw new IllegalArgumentException("ForkPoint.step is " + step + "; must be 1 or more");
    }
  }
}
