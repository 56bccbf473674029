package io.dlpo.systemtests.soak;

import io.dlpo.systemtests.trial.TrialRun;
import java.util.List;
import java.util.Map;

/**
 * The results of disturbed runs and of their undisturbed reference runs.
 *
 * @param disturbed the outcomes of the disturbed runs
 * @param twins the outcomes of the reference runs, in the same order
 * @param kills the number of kills by victim
 * @param underWay the number of model calls in flight at the kills
 * @param calls the number of calls to the simulator by disturbed runs
 * @param twinCalls the number of calls to the simulator by reference runs
 * @param evaluations the number of evaluations scored in disturbed runs
 * @param scoredTwice the number of these evaluations with two different results
 */
public record SoakResult(
    List<TrialRun> disturbed,
    List<TrialRun> twins,
    Map<Victim, Integer> kills,
    long underWay,
    long calls,
    long twinCalls,
    int evaluations,
    int scoredTwice) {

  public SoakResult {
    if (disturbed.size() != twins.size()) {
      throw new IllegalArgumentException(
          "twins are %d; use as many as disturbed runs, %d"
              .formatted(twins.size(), disturbed.size()));
    }
    disturbed = List.copyOf(disturbed);
    twins = List.copyOf(twins);
    kills = Map.copyOf(kills);
  }

  /** The number of disturbed runs that finished. */
  public long finished() {
    return disturbed.stream().filter(TrialRun::isFinished).count();
  }

  /** The number of runs with the same decisions and prompt as their reference runs. */
  public long equalToTwin() {
    long equal = 0;
    for (int run = 0; run < disturbed.size(); run++) {
      TrialRun twin = twins.get(run);
      equal += twin.isFinished() && disturbed.get(run).equals(twin) ? 1 : 0;
    }
    return equal;
  }

  /** The number of additional paid calls caused by the kills. */
  public long extraCalls() {
    return calls - twinCalls;
  }

  /** Whether nothing was lost, and only calls in flight were paid twice. */
  public boolean holds() {
    return equalToTwin() == disturbed.size() && scoredTwice == 0 && extraCalls() <= underWay;
  }
}
