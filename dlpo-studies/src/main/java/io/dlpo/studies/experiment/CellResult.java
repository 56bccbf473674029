package io.dlpo.studies.experiment;

import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.core.run.CallPurpose;
import io.dlpo.core.run.RunView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run that has ended, for the report.
 *
 * @param reason why it ended early; null if it did not
 * @param baseline the initial prompt on the test split; null if not scored
 * @param best the best prompt on the test split; null if not scored
 * @param comparison of both, example by example; null if not scored, or if both are the same
 * @param accuracyByStep of the prompt that the run had after each step, from step 0 on, on the
 *     examples that decide or select; null where it was not scored
 * @param initialPrompt the prompt it began with
 * @param bestPrompt the best prompt
 * @param paidCalls that were paid for, by purpose
 * @param ledgerCalls that the ledger answered
 * @param inputTokens of the calls that were paid for
 * @param outputTokens of the same
 * @param wallMillis from its request to its end
 * @param models that it worked with
 */
public record CellResult(
    @Nullable String reason,
    @Nullable HeldOutScore baseline,
    @Nullable HeldOutScore best,
    @Nullable Comparison comparison,
    List<@Nullable Double> accuracyByStep,
    String initialPrompt,
    String bestPrompt,
    Map<CallPurpose, Integer> paidCalls,
    int ledgerCalls,
    long inputTokens,
    long outputTokens,
    long wallMillis,
    Models models) {

  private static final String SIMULATED = "sim-";

  public CellResult {
    accuracyByStep = Collections.unmodifiableList(new ArrayList<>(accuracyByStep));
    Map<CallPurpose, Integer> ordered = new EnumMap<>(CallPurpose.class);
    ordered.putAll(paidCalls);
    paidCalls = Collections.unmodifiableMap(ordered);
  }

  /**
   * Names of both models.
   *
   * @param forward answers
   * @param backward writes the gradients
   */
  public record Models(String forward, String backward) {

    /** Whether one of them is the simulator's. */
    public boolean areSimulated() {
      return Stream.of(forward, backward).anyMatch(name -> name.startsWith(SIMULATED));
    }
  }

  /** The result of a run. */
  public static CellResult of(RunView view, Engines engines, long wallMillis) {
    Map<CallPurpose, Integer> paid = new EnumMap<>(CallPurpose.class);
    view.usageByPurpose().forEach((purpose, usage) -> paid.put(purpose, usage.paid()));
    Usage usage = view.usage();
    return new CellResult(
        view.reason(),
        view.baselineTest(),
        view.bestTest(),
        view.comparison(),
        StepAccuracy.of(view),
        view.initial().text(),
        view.best().text(),
        paid,
        usage.ledger(),
        usage.inputTokens(),
        usage.outputTokens(),
        wallMillis,
        new Models(engines.forward().model(), engines.backward().model()));
  }

  /** All calls that were paid for. */
  public int paid() {
    return paidCalls.values().stream().mapToInt(Integer::intValue).sum();
  }
}
