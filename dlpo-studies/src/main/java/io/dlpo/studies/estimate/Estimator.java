package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.price.PriceTable;
import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.run.Splits;
import java.util.ArrayList;
import java.util.List;

/**
 * Estimates a run: plays it often, and takes the mean and the middle eight tenths. A pure function
 * of settings, splits, assumptions and prices.
 */
public final class Estimator {

  private static final RunId NOBODY = new RunId("estimate");
  private static final int MOST = 200;
  private static final int FEWEST = 10;

  /** Requests after which no further rehearsal begins; so many take a few seconds. */
  private static final int WORK = 400_000;

  private Estimator() {}

  /** The assumptions for a run's models unless something better is known. */
  public static Assumptions defaults(RunSettings settings) {
    return AssumptionFile.of(settings);
  }

  /**
   * The assumptions for a run's models, with what earlier runs tell of the length of their replies.
   *
   * @param past finished runs, like this one or not
   */
  public static Assumptions learnt(RunSettings settings, List<PastRun> past) {
    return Experience.of(settings, past).over(defaults(settings));
  }

  /**
   * Estimates a run.
   *
   * @throws IllegalArgumentException if the settings do not fit the splits
   */
  public static Estimate estimate(
      RunSettings settings, Splits splits, Assumptions assumptions, PriceTable prices) {
    RunContext context = new RunContext(NOBODY, settings, splits, 0);
    Meter meter = new Meter(settings);
    List<SimulatedRunResult> played = new ArrayList<>();
    int requests = 0;
    while (played.size() < MOST && (played.size() < FEWEST || requests < WORK)) {
      SimulatedServices services =
          new SimulatedServices(settings, assumptions, meter, played.size());
      SimulatedRunResult rehearsal = SimulatedRun.play(context, services);
      requests += rehearsal.requests();
      played.add(rehearsal);
    }
    return new EstimateSummary(settings, prices, played)
        .estimate(assumptions, Notes.of(settings, meter, prices, played));
  }

  /** The model of a stage. */
  static String model(Stage stage, RunSettings settings) {
    return stage.role().engine(settings).map(Engine::model).orElseThrow();
  }
}
