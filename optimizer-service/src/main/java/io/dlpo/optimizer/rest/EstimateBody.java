package io.dlpo.optimizer.rest;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.core.run.RunSettings;
import io.dlpo.studies.estimate.Assumptions;
import io.dlpo.studies.estimate.Estimate;
import io.dlpo.studies.estimate.ExpectedUsage;
import io.dlpo.studies.estimate.Range;
import io.dlpo.studies.estimate.StageEstimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The REST representation of an estimate.
 *
 * @param name the name of the run
 * @param models the models that the run calls
 * @param stages the estimated cost of each stage
 * @param total the sum over all stages
 * @param assumptions the assumptions behind the figures
 * @param rehearsals the number of simulated runs
 * @param notes further remarks
 */
public record EstimateBody(
    String name,
    RunBody.Models models,
    List<StageBody> stages,
    SpentBody total,
    List<AssumptionBody> assumptions,
    int rehearsals,
    List<String> notes) {

  private static final MathContext USD = new MathContext(4);

  /** The cost of a stage. */
  public record StageBody(CallPurpose stage, String model, SpentBody spent) {

    static StageBody of(StageEstimate estimate) {
      return new StageBody(estimate.stage(), estimate.model(), SpentBody.of(estimate.spent()));
    }
  }

  /** Paid calls, cached calls and tokens. The money is null if a price is unknown. */
  public record SpentBody(
      RangeBody calls,
      BigDecimal ledger,
      RangeBody inputTokens,
      RangeBody outputTokens,
      @Nullable RangeBody usd) {

    static SpentBody of(ExpectedUsage spent) {
      return new SpentBody(
          RangeBody.whole(spent.calls()),
          EstimateBody.whole(spent.ledger()),
          RangeBody.whole(spent.inputTokens()),
          RangeBody.whole(spent.outputTokens()),
          spent.usd() == null ? null : RangeBody.usd(spent.usd()));
    }
  }

  /** The mean and the 10th and 90th percentiles of the simulated runs. */
  public record RangeBody(BigDecimal expected, BigDecimal low, BigDecimal high) {

    static RangeBody whole(Range range) {
      return new RangeBody(
          EstimateBody.whole(range.expected()),
          EstimateBody.whole(range.low()),
          EstimateBody.whole(range.high()));
    }

    static RangeBody usd(Range range) {
      return new RangeBody(
          EstimateBody.usd(range.expected()),
          EstimateBody.usd(range.low()),
          EstimateBody.usd(range.high()));
    }
  }

  /** An assumption. */
  public record AssumptionBody(String key, double value, String meaning, String source) {}

  static EstimateBody of(RunSettings settings, Estimate estimate) {
    return new EstimateBody(
        settings.name(),
        new RunBody.Models(
            settings.engines().forward().model(), settings.engines().backward().model()),
        estimate.stages().stream().map(StageBody::of).toList(),
        SpentBody.of(estimate.total()),
        assumptions(estimate.assumptions()),
        estimate.simulatedRuns(),
        estimate.notes());
  }

  private static List<AssumptionBody> assumptions(Assumptions assumptions) {
    return assumptions.all().entrySet().stream()
        .map(
            entry ->
                new AssumptionBody(
                    entry.getKey().key(),
                    entry.getValue().value(),
                    entry.getKey().meaning(),
                    entry.getValue().source()))
        .toList();
  }

  private static BigDecimal whole(double value) {
    return BigDecimal.valueOf(Math.round(value));
  }

  /** Rounds to four significant digits, however small the amount is. */
  private static BigDecimal usd(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(USD).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
