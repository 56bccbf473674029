package io.dlpo.systemtests.soak;

import io.dlpo.systemtests.trial.TrialRun;
import java.util.List;
import java.util.Map;

/**
 * The results of disturbed runs and of their undisturbed reference runs, the twins.
 *
 * @param disturbed how each run ended among kills
 * @param twins the same runs in the same order on a stack that nobody disturbed
 * @param kills how often each was killed
 * @param underWay calls of the model that were under way at the kills
 * @param calls that reached the simulator while runs were disturbed
 * @param twinCalls that reached the twins' simulator
 * @param evaluations that were scored among kills
 * @param scoredTwice evaluations among them with two different results
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

  /** Runs that came to their end. */
  public long finished() {
    return disturbed.stream().filter(TrialRun::isFinished).count();
  }

  /** Runs that ended as their twins did: the same decisions and the same prompt. */
  public long equalToTwin() {
    long equal = 0;
    for (int run = 0; run < disturbed.size(); run++) {
      TrialRun twin = twins.get(run);
      equal += twin.isFinished() && disturbed.get(run).equals(twin) ? 1 : 0;
    }
    return equal;
  }

  /** Calls that were paid for and would not have been without the kills. */
  public long extraCalls() {
    return calls - twinCalls;
  }

  /** Whether nothing was lost, and nothing paid twice except calls in flight. */
  public boolean holds() {
    return equalToTwin() == disturbed.size() && scoredTwice == 0 && extraCalls() <= underWay;
  }
}
