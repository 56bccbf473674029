package io.dlpo.core.run;

/**
 * How a run treats rows without a usable reply. Only failures that the row itself may cause are
 * tolerated, such as a refusal or a content filter.
 *
 * @param tolerate share of the rows, 0 to 1; with 0, each failure pauses the run
 * @param count what a tolerated row counts as
 */
public record FailureSettings(double tolerate, Count count) {

  /** Every failure pauses the run. */
  public static final FailureSettings NONE = new FailureSettings(0, Count.WRONG);

  /** What a tolerated row counts as. */
  public enum Count {
    /** A wrong answer with score 0 and without a critique. */
    WRONG
  }

  public FailureSettings {
    if (!(tolerate >= 0 && tolerate <= 1)) {
      throw new IllegalArgumentException(
          "failures.tolerate is " + tolerate + "; must be 0 to 1, a share of the rows");
    }
    count = count == null ? Count.WRONG : count;
  }
}
