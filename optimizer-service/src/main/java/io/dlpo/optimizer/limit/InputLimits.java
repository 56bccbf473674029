package io.dlpo.optimizer.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * How large a run's input may be. Sizes are of texts as they stand in an event: UTF-8 in JSON.
 * Together the defaults leave room for a model's reply or an evaluation's mistakes (half a megabyte
 * each) within a record of {@code dlpo.events.max-bytes}; larger values need a larger record, of
 * every service and of the broker.
 */
@ConfigMapping(prefix = "dlpo.limits")
public interface InputLimits {

  /** Largest initial prompt in bytes. */
  @WithDefault("100000")
  int promptBytes();

  /** Largest spec in bytes, resolved: with its prompt, its metric and all that it left out. */
  @WithDefault("200000")
  int specBytes();

  /** Largest example in bytes: its input, as the dataset's template makes it, and its reference. */
  @WithDefault("200000")
  int exampleBytes();

  /** Most examples of one evaluation, each of which has a score in the result. */
  @WithDefault("5000")
  int evaluationExamples();
}
