package io.dlpo.evaluator.handler;

import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.RuleMetric;
import io.dlpo.contracts.metric.WebhookMetric;
import io.dlpo.contracts.wire.CloudEventAttributes;
import io.dlpo.evaluator.aggregate.PredictionScoring;
import io.dlpo.evaluator.aggregate.ScoredPrediction;
import io.dlpo.evaluator.judge.Judge;
import io.dlpo.evaluator.webhook.Webhook;
import jakarta.enterprise.context.ApplicationScoped;

/** Scores each prediction with the scorer of its metric. */
@ApplicationScoped
class PredictionScorer {

  private final Judge judge;
  private final Webhook webhook;

  PredictionScorer(Judge judge, Webhook webhook) {
    this.judge = judge;
    this.webhook = webhook;
  }

  /** Blocks while a judge or a webhook is called; call it outside any transaction. */
  ScoredPrediction score(PredictionProduced prediction) {
    String output = prediction.output();
    if (output == null || prediction.isUnanswered()) {
      return PredictionScoring.score(prediction);
    }
    return switch (prediction.evaluation().metric()) {
      case RuleMetric rule -> PredictionScoring.score(prediction);
      case JudgeMetric metric ->
          PredictionScoring.of(
              prediction,
              output,
              judge.score(prediction.evaluation(), metric, prediction.example(), output));
      case WebhookMetric metric ->
          PredictionScoring.of(
              prediction,
              output,
              webhook.score(
                  metric, CloudEventAttributes.id(prediction), prediction.example(), output));
    };
  }
}
