package io.dlpo.evaluator.webhook;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.evaluator.scoring.Score;

/** What one attempt at a webhook came to. */
sealed interface WebhookReply {

  /** It gave a score. */
  record Scored(Score score) implements WebhookReply {}

  /**
   * It gave none.
   *
   * @param failure why, for the user
   * @param retriable whether another attempt may help
   */
  record Failed(CallFailure failure, boolean retriable) implements WebhookReply {}
}
