package io.dlpo.core.replay;

import java.util.Objects;

/** The result of a replay. */
public sealed interface ReplayResult {

  /**
   * All events in the log agree with the recomputed ones.
   *
   * @param steps number of decided steps
   * @param events number of events in the log that the replay has accounted for
   * @param trajectory SHA-256 over the recomputed decisions, in hex
   * @param phase the current phase of the run
   */
  record Agrees(int steps, int events, String trajectory, String phase) implements ReplayResult {

    public Agrees {
      Objects.requireNonNull(trajectory, "Agrees.trajectory is missing");
      Objects.requireNonNull(phase, "Agrees.phase is missing");
    }
  }

  /** An event in the log differs from the recomputed one. */
  record Differs(Difference difference) implements ReplayResult {

    public Differs {
      Objects.requireNonNull(difference, "Differs.difference is missing");
    }
  }

  /**
   * The log lacks what is needed to continue.
   *
   * @param step the step that cannot be recomputed; 0 before the first
   * @param reason what is missing
   */
  record Unknown(int step, String reason) implements ReplayResult {

    public Unknown {
      Objects.requireNonNull(reason, "Unknown.reason is missing");
    }
  }
}
