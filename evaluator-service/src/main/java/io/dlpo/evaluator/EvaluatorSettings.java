package io.dlpo.evaluator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the evaluator. */
@ConfigMapping(prefix = "dlpo.evaluator")
public interface EvaluatorSettings {

  /** Number of predictions that are scored and counted concurrently. */
  @WithDefault("16")
  int concurrency();

  /**
   * Maximum number of mistakes in a result; the first ones in the order of example ids are kept.
   */
  @WithDefault("20")
  int maxMistakes();

  /**
   * How long after its last prediction an incomplete evaluation is closed; missing predictions
   * count as failed. It is not counted from the first prediction, because a large split takes long
   * at a low rate limit. No evaluation is closed before the broker and the database have been
   * reachable for the same time without a break.
   */
  @WithDefault("PT10M")
  Duration deadline();

  /** How long after closing a result is published again, unless the broker has acknowledged it. */
  @WithDefault("PT30S")
  Duration republishAfter();

  /**
   * Interval of the sweep for overdue evaluations and unpublished results. Must be less than half
   * the deadline or 30 seconds, whichever is longer; otherwise no evaluation is ever overdue.
   */
  @WithDefault("10s")
  String sweepEvery();

  /**
   * Allowed webhook hosts, each as {@code host} or {@code host:port}, separated by commas. If
   * absent, no webhook is allowed.
   */
  Optional<List<String>> webhookHosts();

  /** Whether webhooks at public addresses may be called over http. */
  @WithDefault("false")
  boolean webhookPlainHttp();

  /** Timeout of one attempt at a webhook, from the connection to the end of the reply. */
  @WithDefault("30s")
  Duration webhookTimeout();

  /** Maximum number of attempts at a webhook, 1 or more. */
  @WithDefault("4")
  int webhookAttempts();

  /** Pause before the first retry; it doubles with each retry and is jittered. */
  @WithDefault("500ms")
  Duration webhookFirstPause();
}
