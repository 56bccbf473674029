package io.dlpo.optimizer.deadletter;

/**
 * What became of the letters that were to be given back.
 *
 * @param redriven given back now
 * @param before passed over, since they were given back before
 * @param omitted passed over, since their values were too large to be kept
 */
public record RedriveOutcome(int redriven, int before, int omitted) {

  static final RedriveOutcome NONE = new RedriveOutcome(0, 0, 0);

  RedriveOutcome plus(RedriveOutcome more) {
    return new RedriveOutcome(
        redriven + more.redriven, before + more.before, omitted + more.omitted);
  }
}
