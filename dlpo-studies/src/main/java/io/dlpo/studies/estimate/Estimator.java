package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.price.PriceTable;
import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.run.Splits;
import java.util.ArrayList;
import java.util.List;

/**
 * Estimates a run by simulating it many times; reports the mean and the 10th and 90th percentiles.
 * A pure function of settings, splits, assumptions and prices.
 */
public final class Estimator {

  private static final RunId NOBODY = new RunId("estimate");
  private static final int MOST = 200;
  private static final int FEWEST = 10;

  /** Number of requests after which no further simulation begins; this takes a few seconds. */
  private static final int WORK = 200_000;

  private Estimator() {}

  /** The default assumptions for a run's models. */
  public static Assumptions defaults(RunSettings settings) {
    return AssumptionFile.of(settings);
  }

  /**
   * The assumptions for a run's models, with reply lengths learned from earlier runs.
   *
   * @param past finished runs; those that are not comparable are ignored
   */
  public static Assumptions learnt(RunSettings settings, List<PastRun> past) {
    return LearnedAssumptions.of(settings, past).over(defaults(settings));
  }

  /**
   * Estimates a run.
   *
   * @throws IllegalArgumentException if the settings do not fit the splits
   */
  public static Estimate estimate(
      RunSettings settings, Splits splits, Assumptions assumptions, PriceTable prices) {
    RunContext context = new RunContext(NOBODY, settings, splits, 0);
    TokenMeter meter = new TokenMeter(settings);
    List<SimulatedRunResult> played = new ArrayList<>();
    int requests = 0;
    while (played.size() < MOST && (played.size() < FEWEST || requests < WORK)) {
      SimulatedServices services =
          new SimulatedServices(settings, assumptions, meter, played.size());
      SimulatedRunResult result = SimulatedRun.play(context, services);
      requests += result.requests();
      played.add(result);
    }
    return new EstimateSummary(settings, prices, played)
        .estimate(assumptions, EstimateNotes.of(settings, meter, prices, played));
  }

  /** The name of the model that a stage calls. */
  static String model(CallPurpose stage, RunSettings settings) {
    return ModelRole.of(stage).engine(settings).map(Engine::model).orElseThrow();
  }
}
