package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.core.budget.Budget;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a run, resolved: no default is left to fill in.
 *
 * @param name for people
 * @param prompt the initial prompt, with its {@code <frozen>} marks
 * @param metric how answers are scored
 * @param engines both models
 * @param sampleScope within which sampled replies may be shared
 * @param optimizer the loop and its techniques
 * @param budget what the run may spend; null if there is no limit
 * @param seed seed of every random draw
 */
public record RunSettings(
    String name,
    String prompt,
    Metric metric,
    Engines engines,
    String sampleScope,
    OptimizerSettings optimizer,
    @Nullable Budget budget,
    long seed) {

  public RunSettings {
    Objects.requireNonNull(name, "name is missing");
    Objects.requireNonNull(prompt, "prompt is missing");
    Objects.requireNonNull(metric, "metric is missing");
    Objects.requireNonNull(engines, "engines is missing");
    Objects.requireNonNull(sampleScope, "sampleScope is missing");
    Objects.requireNonNull(optimizer, "optimizer is missing");
  }

  /** The same settings whose sampled replies are shared within a scope. */
  public RunSettings within(String scope) {
    return new RunSettings(name, prompt, metric, engines, scope, optimizer, budget, seed);
  }
}
