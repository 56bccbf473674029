package io.dlpo.systemtests.soak;

import io.dlpo.systemtests.trial.TrialRun;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The result of a soak test as text. */
public final class SoakText {

  private SoakText() {}

  /** Prints each figure on a line, and each run that differs from its reference run. */
  public static void print(SoakResult result, PrintWriter out) {
    out.println("kills              " + kills(result));
    out.printf("runs finished      %d of %d%n", result.finished(), result.disturbed().size());
    out.printf("same as reference  %d of %d%n", result.equalToTwin(), result.disturbed().size());
    out.printf(
        "evaluations        %d, %d of them with two results%n",
        result.evaluations(), result.scoredTwice());
    out.printf(
        "model calls        %d, of the reference runs %d: %d more; %d were in flight at the kills%n",
        result.calls(), result.twinCalls(), result.extraCalls(), result.underWay());
    List<TrialRun> disturbed = result.disturbed();
    for (int run = 0; run < disturbed.size(); run++) {
      TrialRun twin = result.twins().get(run);
      if (!disturbed.get(run).equals(twin)) {
        out.printf("differs: %s%n     reference: %s%n", disturbed.get(run), twin);
      }
    }
    out.println(result.holds() ? "it holds" : "IT DOES NOT HOLD");
    out.flush();
  }

  private static String kills(SoakResult result) {
    int all = result.kills().values().stream().mapToInt(Integer::intValue).sum();
    return Arrays.stream(Victim.values())
        .map(victim -> victim.label() + " " + result.kills().getOrDefault(victim, 0))
        .collect(Collectors.joining(", ", all + ": ", ""));
  }
}
