package io.dlpo.evaluator.handler;

import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.contracts.metric.RuleMetric;
import io.dlpo.evaluator.aggregate.PredictionScoring;
import io.dlpo.evaluator.aggregate.ScoredPrediction;
import io.dlpo.evaluator.judge.Judge;
import jakarta.enterprise.context.ApplicationScoped;

/** Has each prediction scored by the one that its metric names. */
@ApplicationScoped
class PredictionScorer {

  private final Judge judge;

  PredictionScorer(Judge judge) {
    this.judge = judge;
  }

  /** Blocks while a judge is asked; call it outside any transaction. */
  ScoredPrediction score(PredictionProduced prediction) {
    String output = prediction.output();
    if (output == null) {
      return PredictionScoring.score(prediction);
    }
    return switch (prediction.evaluation().metric()) {
      case RuleMetric rule -> PredictionScoring.score(prediction);
      case JudgeMetric metric ->
          PredictionScoring.of(
              prediction,
              output,
              judge.assess(prediction.evaluation(), metric, prediction.example(), output));
    };
  }
}
