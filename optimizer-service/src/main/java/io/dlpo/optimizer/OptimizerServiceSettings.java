package io.dlpo.optimizer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the optimizer's process; those of a run are in its spec. */
@ConfigMapping(prefix = "dlpo.optimizer")
public interface OptimizerServiceSettings {

  /** The forward model of a spec that names none: {@code DLPO_FORWARD_MODEL}. */
  Optional<String> forwardModel();

  /** The backward model of a spec that names none: {@code DLPO_BACKWARD_MODEL}. */
  Optional<String> backwardModel();

  /** Runs at once of an experiment that does not say how many. */
  @WithDefault("4")
  int experimentRuns();

  /** How often the experiments are taken on. */
  @WithDefault("1s")
  String experimentEvery();

  /**
   * A file of prices that adds to the built-in ones and replaces them: {@code DLPO_PRICES}. A path,
   * best an absolute one.
   */
  Optional<String> prices();

  /**
   * How long a run that runs may stand still before it is reported. Longer than an evaluation takes
   * with the limits of its endpoint.
   */
  @WithDefault("PT10M")
  Duration stalledAfter();

  /** How often runs that stand still are looked for. */
  @WithDefault("1m")
  String stalledEvery();

  /** How long a run has stood still when {@code resume} asks once more for what it waits for. */
  @WithDefault("PT1M")
  Duration repeatAfter();

  /**
   * Largest cache in bytes: of datasets, of the runs that were started, and of specs that were only
   * validated.
   */
  @WithDefault("33554432")
  long cacheBytes();

  /** Most bytes of the events of a run that is replayed: they are held in memory together. */
  @WithDefault("33554432")
  long replayBytes();
}
