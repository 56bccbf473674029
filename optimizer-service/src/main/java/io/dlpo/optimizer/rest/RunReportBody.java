package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The REST representation of a run's report.
 *
 * @param simulated whether the run uses a model of the simulator
 * @param spec the spec with all defaults filled in
 * @param run the current state of the run
 * @param steps the finished steps
 * @param path the prompts from the initial one to the best one
 * @param usd the cost of the paid calls; null if a price is unknown
 * @param costs the calls by purpose
 */
public record RunReportBody(
    boolean simulated,
    JsonNode spec,
    RunBody run,
    List<StepBody> steps,
    List<PromptBody> path,
    @Nullable BigDecimal usd,
    List<CostBody> costs) {

  /**
   * The calls of one purpose.
   *
   * @param paid the number of paid calls
   * @param ledger the number of cached calls
   * @param inputTokens the tokens of the requests of paid calls
   * @param outputTokens the tokens of the replies of paid calls
   * @param usd the cost of the paid calls; null if a price is unknown
   */
  public record CostBody(
      CallPurpose purpose,
      int paid,
      int ledger,
      long inputTokens,
      long outputTokens,
      @Nullable BigDecimal usd) {

    /** The costs of all purposes that have calls. */
    static List<CostBody> of(
        Map<CallPurpose, Usage> usageByPurpose,
        Function<Map<CallPurpose, Usage>, Optional<BigDecimal>> money) {
      return usageByPurpose.entrySet().stream()
          .filter(one -> !one.getValue().equals(Usage.NONE))
          .map(
              one ->
                  new CostBody(
                      one.getKey(),
                      one.getValue().paid(),
                      one.getValue().ledger(),
                      one.getValue().inputTokens(),
                      one.getValue().outputTokens(),
                      money.apply(Map.of(one.getKey(), one.getValue())).orElse(null)))
          .toList();
    }
  }
}
