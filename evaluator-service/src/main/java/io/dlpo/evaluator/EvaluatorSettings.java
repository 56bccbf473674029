package io.dlpo.evaluator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the evaluator. */
@ConfigMapping(prefix = "dlpo.evaluator")
public interface EvaluatorSettings {

  /** How many predictions are scored and counted at once. */
  @WithDefault("16")
  int concurrency();

  /** How many mistakes a result carries at most; the first in the order of the examples' ids. */
  @WithDefault("20")
  int maxMistakes();

  /**
   * How long after its last prediction an evaluation is closed without those that are missing. Not
   * after the first: at a limit of requests a minute a long split takes its time. Nothing is closed
   * before the evaluator has had broker and database for as long without a break.
   */
  @WithDefault("PT10M")
  Duration deadline();

  /** How long after closing a result is published again, unless the broker is known to have it. */
  @WithDefault("PT30S")
  Duration republishAfter();

  /**
   * How often overdue evaluations and unpublished results are looked for; less than half a deadline
   * or 30 seconds, whichever is more, or nothing is ever overdue.
   */
  @WithDefault("10s")
  String sweepEvery();

  /**
   * Where webhooks may be, each as {@code host} or {@code host:port}, separated by commas; nowhere
   * if absent.
   */
  Optional<List<String>> webhookHosts();

  /** Whether webhooks at addresses that are not private may be called without encryption. */
  @WithDefault("false")
  boolean webhookPlainHttp();

  /** Longest time for one attempt at a webhook, from the connection to the end of its reply. */
  @WithDefault("30s")
  Duration webhookTimeout();

  /** Attempts at a webhook at most, 1 or more. */
  @WithDefault("4")
  int webhookAttempts();

  /** Pause before the second attempt; it doubles with each one that follows, and is jittered. */
  @WithDefault("500ms")
  Duration webhookFirstPause();
}
