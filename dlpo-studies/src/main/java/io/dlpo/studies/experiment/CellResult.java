package io.dlpo.studies.experiment;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.HeldOutScore;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.Comparison;
import io.dlpo.core.run.RunView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The result of a run that has ended, for the report.
 *
 * @param reason why it ended early; null if it did not
 * @param baseline the initial prompt on the test split; null if not scored
 * @param best the best prompt on the test split; null if not scored
 * @param comparison example by example; null if not scored, or if both prompts are the same
 * @param acceptance accuracy of the best prompt on the acceptance set; null if not scored
 * @param accuracyByStep accuracy of the current prompt after each step, from step 0, on the
 *     examples used for acceptance or validation; null where it was not scored
 * @param initialPrompt text of the initial prompt
 * @param bestPrompt text of the best prompt
 * @param paidCalls paid calls by purpose
 * @param ledgerCalls number of cached calls
 * @param inputTokens input tokens of the paid calls
 * @param outputTokens output tokens of the paid calls
 * @param wallMillis time from the request to the end of the run
 * @param models the models of the run
 */
public record CellResult(
    @Nullable String reason,
    @Nullable HeldOutScore baseline,
    @Nullable HeldOutScore best,
    @Nullable Comparison comparison,
    @Nullable Double acceptance,
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
   * Names of a run's models.
   *
   * @param forward the model that answers
   * @param backward the model that writes gradients
   */
  public record Models(String forward, String backward) {

    /** Whether at least one of them is the simulator's. */
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
        view.best().acceptance() == null ? null : view.best().acceptance().score(),
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

  /** Total number of paid calls. */
  public int paid() {
    return paidCalls.values().stream().mapToInt(Integer::intValue).sum();
  }
}
