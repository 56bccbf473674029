package io.dlpo.optimizer;

import io.dlpo.core.limit.InputLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * The {@link InputLimits} of this service. Larger values need larger records: of every service and
 * of the broker.
 */
@ConfigMapping(prefix = "dlpo.limits")
public interface LimitSettings {

  /** Largest initial prompt in bytes. */
  @WithDefault("100000")
  int promptBytes();

  /** Largest resolved spec in bytes. */
  @WithDefault("200000")
  int specBytes();

  /** Largest example in bytes: its input and its reference. */
  @WithDefault("200000")
  int exampleBytes();

  /** Most examples of one evaluation. */
  @WithDefault("5000")
  int evaluationExamples();

  /** The limits as the core takes them. */
  default InputLimits limits() {
    return new InputLimits(promptBytes(), specBytes(), exampleBytes(), evaluationExamples());
  }
}
