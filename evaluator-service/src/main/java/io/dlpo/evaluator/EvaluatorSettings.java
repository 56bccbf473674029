package io.dlpo.evaluator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the evaluator. */
@ConfigMapping(prefix = "dlpo.evaluator")
public interface EvaluatorSettings {

  /** How many predictions are scored and counted at once. */
  @WithDefault("16")
  int concurrency();

  /** How many mistakes a result carries at most; the first in the order of the examples' ids. */
  @WithDefault("20")
  int maxMistakes();

  /** How long after its first prediction an evaluation is closed without those that are missing. */
  @WithDefault("PT10M")
  Duration deadline();

  /** How long after closing a result is published again, unless the broker is known to have it. */
  @WithDefault("PT30S")
  Duration republishAfter();

  /** How often overdue evaluations and unpublished results are looked for. */
  @WithDefault("10s")
  String sweepEvery();
}
