package io.dlpo.optimizer.deadletter;

/**
 * The result of a redrive.
 *
 * @param redriven the number of records redriven now
 * @param before the number of records skipped because they were redriven before
 * @param omitted the number of records skipped because they were too large to keep
 */
public record RedriveOutcome(int redriven, int before, int omitted) {

  static final RedriveOutcome NONE = new RedriveOutcome(0, 0, 0);

  RedriveOutcome plus(RedriveOutcome more) {
    return new RedriveOutcome(
        redriven + more.redriven, before + more.before, omitted + more.omitted);
  }
}
