package io.dlpo.evaluator.webhook;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.evaluator.scoring.Score;

/** The result of one attempt at a webhook. */
sealed interface WebhookReply {

  /** The webhook gave a score. */
  record Scored(Score score) implements WebhookReply {}

  /**
   * The webhook gave no score.
   *
   * @param failure the reason, for the user
   * @param retriable whether a retry may help
   */
  record Failed(CallFailure failure, boolean retriable) implements WebhookReply {}
}
