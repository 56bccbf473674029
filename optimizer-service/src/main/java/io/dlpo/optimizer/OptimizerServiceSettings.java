package io.dlpo.optimizer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the optimizer service. The settings of a run are in its spec. */
@ConfigMapping(prefix = "dlpo.optimizer")
public interface OptimizerServiceSettings {

  /** The default forward model: {@code DLPO_FORWARD_MODEL}. */
  Optional<String> forwardModel();

  /** The default backward model: {@code DLPO_BACKWARD_MODEL}. */
  Optional<String> backwardModel();

  /** The default number of concurrent runs of an experiment. */
  @WithDefault("4")
  int experimentRuns();

  /** The interval at which experiments start runs and collect results. */
  @WithDefault("1s")
  String experimentEvery();

  /**
   * Path of a file with prices that extend and override the built-in ones: {@code DLPO_PRICES}. An
   * absolute path is recommended.
   */
  Optional<String> prices();

  /**
   * How long a running run must be inactive before it is reported as stalled. Must be longer than
   * an evaluation takes under the limits of its endpoint.
   */
  @WithDefault("PT10M")
  Duration stalledAfter();

  /** The interval at which to look for stalled runs. */
  @WithDefault("1m")
  String stalledEvery();

  /** The interval at which to count runs by status for the metrics. */
  @WithDefault("15s")
  String countEvery();

  /**
   * How long a run must be inactive before {@code resume} repeats the request that it waits for.
   */
  @WithDefault("PT1M")
  Duration repeatAfter();

  /**
   * Maximum size in bytes of each cache: one for datasets, one for started runs and one for specs
   * that were only validated.
   */
  @WithDefault("33554432")
  long cacheBytes();

  /** Maximum total size in bytes of a replayed run's events, which are all held in memory. */
  @WithDefault("33554432")
  long replayBytes();
}
