package io.dlpo.core.replay;

import java.util.Objects;

/** What a replay has come to. */
public sealed interface Result {

  /**
   * Everything in the log follows from it.
   *
   * @param steps steps decided
   * @param events events of the log that the replay has explained
   * @param trajectory SHA-256 over the recomputed decisions, in hex
   * @param phase where the run stands, in words
   */
  record Agrees(int steps, int events, String trajectory, String phase) implements Result {

    public Agrees {
      Objects.requireNonNull(trajectory, "Agrees.trajectory is missing");
      Objects.requireNonNull(phase, "Agrees.phase is missing");
    }
  }

  /** The log says something that does not follow from it. */
  record Differs(Difference difference) implements Result {

    public Differs {
      Objects.requireNonNull(difference, "Differs.difference is missing");
    }
  }

  /**
   * The log does not hold what is needed to go on.
   *
   * @param step that cannot be recomputed; 0 before the first
   * @param reason what is missing
   */
  record Unknown(int step, String reason) implements Result {

    public Unknown {
      Objects.requireNonNull(reason, "Unknown.reason is missing");
    }
  }
}
