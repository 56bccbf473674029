package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.metric.WebhookMetric;
import io.dlpo.core.price.PriceTable;
import io.dlpo.core.run.AnnealingSettings;
import io.dlpo.core.run.OptimizerSettings;
import io.dlpo.core.run.RunSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Remarks on an estimate for the user, such as missing prices. */
final class EstimateNotes {

  private EstimateNotes() {}

  static List<String> of(
      RunSettings settings, TokenMeter meter, PriceTable prices, List<SimulatedRunResult> played) {
    Map<String, TokenCounter> models = new LinkedHashMap<>();
    for (ModelRole role : ModelRole.values()) {
      role.engine(settings)
          .map(Engine::model)
          .ifPresent(model -> models.put(model, meter.counter(role)));
    }
    List<String> notes = new ArrayList<>();
    models.forEach((model, counter) -> notes.add(counted(model, counter)));
    for (String model : models.keySet()) {
      if (prices.of(model).isEmpty()) {
        notes.add(
            ("money is unknown: no price for %s; add it to the file that DLPO_PRICES names, in USD for"
                    + " a million tokens: %s: {input: …, output: …}")
                .formatted(model, model));
      }
    }
    if (settings.metric() instanceof WebhookMetric) {
      notes.add("what your webhook costs is not part of it");
    }
    budget(settings, played).ifPresent(notes::add);
    candidates(settings).ifPresent(notes::add);
    return notes;
  }

  /** How candidates are made and compared, if a budget may have chosen it. */
  private static Optional<String> candidates(RunSettings settings) {
    OptimizerSettings optimizer = settings.optimizer();
    AnnealingSettings annealing = optimizer.annealing();
    if (settings.budget() == null || annealing == null || !annealing.races()) {
      return Optional.empty();
    }
    return Optional.of(
        "%s: batches of %d from %s, critique %s, %d candidates, compared on %d examples of %s from %d on, %s, %s"
            .formatted(
                optimizer.profile(),
                optimizer.batchSize(),
                optimizer.batchFrom(),
                optimizer.form().critique(),
                optimizer.form().candidates(),
                annealing.examples(),
                annealing.split(),
                annealing.race(),
                annealing.restart() == 0
                    ? "no restart"
                    : "restart after " + annealing.restart() + " steps",
                optimizer.validation().choosesAtTheEnd()
                    ? optimizer.validation().finalists() + " prompts in the final choice"
                    : "no final choice"));
  }

  private static Optional<String> budget(RunSettings settings, List<SimulatedRunResult> played) {
    if (settings.budget() == null) {
      return Optional.empty();
    }
    List<SimulatedRunResult> ended =
        played.stream().filter(SimulatedRunResult::endedByBudget).toList();
    if (ended.isEmpty()) {
      return Optional.of("the budget ended no simulated run: it leaves room");
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the budget ended %d of %d simulated runs, on average in step %.0f of %d; the figures are"
                + " those of runs that it ends",
            ended.size(),
            played.size(),
            ended.stream().mapToInt(SimulatedRunResult::steps).average().orElseThrow(),
            settings.optimizer().steps()));
  }

  private static String counted(String model, TokenCounter counter) {
    return "tokens of %s are counted by %s%s"
        .formatted(
            model,
            counter.method(),
            counter.exact()
                ? ""
                : ", for its own encoding is not known: they may differ by a tenth or more");
  }
}
