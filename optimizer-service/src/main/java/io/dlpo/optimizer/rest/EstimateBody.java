package io.dlpo.optimizer.rest;

import io.dlpo.core.run.RunSettings;
import io.dlpo.studies.estimate.Assumptions;
import io.dlpo.studies.estimate.Estimate;
import io.dlpo.studies.estimate.Range;
import io.dlpo.studies.estimate.Spent;
import io.dlpo.studies.estimate.Stage;
import io.dlpo.studies.estimate.StageEstimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An estimate as users get it.
 *
 * @param name of the run
 * @param models that it asks
 * @param stages what it spends on what
 * @param total of all stages
 * @param assumptions what the figures rest on
 * @param rehearsals how often the run was played
 * @param notes what is to be known besides
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

  /** A stage. */
  public record StageBody(Stage stage, String model, SpentBody spent) {

    static StageBody of(StageEstimate estimate) {
      return new StageBody(estimate.stage(), estimate.model(), SpentBody.of(estimate.spent()));
    }
  }

  /** Paid calls, requests that the ledger answers, tokens; money is null if it is unknown. */
  public record SpentBody(
      RangeBody calls,
      BigDecimal ledger,
      RangeBody inputTokens,
      RangeBody outputTokens,
      @Nullable RangeBody usd) {

    static SpentBody of(Spent spent) {
      return new SpentBody(
          RangeBody.whole(spent.calls()),
          EstimateBody.whole(spent.ledger()),
          RangeBody.whole(spent.inputTokens()),
          RangeBody.whole(spent.outputTokens()),
          spent.usd() == null ? null : RangeBody.usd(spent.usd()));
    }
  }

  /** The mean, and what a tenth of the rehearsals were under and over. */
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
        estimate.rehearsals(),
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

  /** Four digits, however small the sum is. */
  private static BigDecimal usd(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(USD).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
