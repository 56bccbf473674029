package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.core.budget.Budget;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a run, with all defaults resolved.
 *
 * @param name display name
 * @param prompt the initial prompt with its {@code <frozen>} tags
 * @param metric how answers are scored
 * @param engines the forward and backward models
 * @param sampleScope scope within which sampled replies may be shared
 * @param optimizer the optimization loop and its techniques
 * @param budget limits on what the run may spend; null if unlimited
 * @param stop when the run stops before its last step
 * @param failures which failed calls count as wrong answers
 * @param seed seed of all random draws
 */
public record RunSettings(
    String name,
    String prompt,
    Metric metric,
    Engines engines,
    String sampleScope,
    OptimizerSettings optimizer,
    @Nullable Budget budget,
    StopSettings stop,
    FailureSettings failures,
    long seed) {

  public RunSettings {
    Objects.requireNonNull(name, "name is missing");
    Objects.requireNonNull(prompt, "prompt is missing");
    Objects.requireNonNull(metric, "metric is missing");
    Objects.requireNonNull(engines, "engines is missing");
    Objects.requireNonNull(sampleScope, "sampleScope is missing");
    Objects.requireNonNull(optimizer, "optimizer is missing");
    Objects.requireNonNull(stop, "stop is missing");
    Objects.requireNonNull(failures, "failures is missing");
  }

  /** Returns the same settings with another scope for sharing sampled replies. */
  public RunSettings within(String scope) {
    return new RunSettings(
        name, prompt, metric, engines, scope, optimizer, budget, stop, failures, seed);
  }
}
