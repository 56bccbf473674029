package io.dlpo.optimizer;

import io.dlpo.core.limit.InputLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * The {@link InputLimits} of this service. Raising them requires larger maximum message sizes in
 * every service and on the broker.
 */
@ConfigMapping(prefix = "dlpo.limits")
public interface LimitSettings {

  /** Maximum size of the initial prompt in bytes. */
  @WithDefault("100000")
  int promptBytes();

  /** Maximum size of the resolved spec in bytes. */
  @WithDefault("200000")
  int specBytes();

  /** Maximum size of an example in bytes, input and reference together. */
  @WithDefault("200000")
  int exampleBytes();

  /** Maximum number of examples in an evaluation. */
  @WithDefault("5000")
  int evaluationExamples();

  /** Converts the limits to the type of the core. */
  default InputLimits limits() {
    return new InputLimits(promptBytes(), specBytes(), exampleBytes(), evaluationExamples());
  }
}
