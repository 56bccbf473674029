package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.event.PromotionEvidence;
import io.dlpo.contracts.event.RunOutcome;
import io.dlpo.core.run.RunView;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.optimizer.Prices;
import io.dlpo.optimizer.store.ResolvedRuns;
import io.dlpo.optimizer.store.RunDetails;
import io.dlpo.studies.experiment.CellResult;
import io.dlpo.studies.report.PaidMoney;
import jakarta.enterprise.context.ApplicationScoped;

/** Collects the evidence for the prompts of runs that have ended. Blocks. */
@ApplicationScoped
class RunEvidence {

  private final ResolvedRuns resolved;
  private final PaidMoney money;

  RunEvidence(ResolvedRuns resolved, Prices prices) {
    this.resolved = resolved;
    this.money = new PaidMoney(prices.table());
  }

  /**
   * Returns the result of a run.
   *
   * @param spec the run's spec
   * @param forced whether the result is promoted without a shown improvement
   */
  PromotionEvidence of(RunDetails run, JsonNode spec, boolean forced) {
    ResolvedRun settings = resolved.of(spec);
    RunView view = run.view();
    CellResult.Models models =
        new CellResult.Models(run.engines().forward().model(), run.engines().backward().model());
    return new PromotionEvidence(
        RunOutcome.valueOf(view.status().name()),
        view.baselineTest(),
        view.bestTest(),
        view.comparison(),
        forced,
        settings.datasetId(),
        settings.sizes(),
        models.forward(),
        models.backward(),
        models.areSimulated(),
        view.usage(),
        money.usd(run.engines(), settings.settings().metric(), view.usageByPurpose()).orElse(null),
        view.trajectory());
  }
}
