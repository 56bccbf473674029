package io.dlpo.evaluator.aggregate;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.evaluator.scoring.Score;
import io.dlpo.evaluator.scoring.Scoring;
import io.dlpo.evaluator.text.Texts;

/** Scores a prediction by the metric of its evaluation. */
public final class PredictionScoring {

  /** Longest input, output and reference of a mistake, in characters. */
  static final int MAX_TEXT = 8_000;

  private PredictionScoring() {}

  /**
   * Scores a prediction; a failed call has no score.
   *
   * @throws io.dlpo.evaluator.scoring.UnreadableReferenceException if the metric cannot read the
   *     reference
   */
  public static ScoredPrediction score(PredictionProduced prediction) {
    Example example = prediction.example();
    String output = prediction.output();
    if (output == null) {
      return new ScoredPrediction(
          example.id(), null, null, prediction.failure(), prediction.call());
    }
    Score score = Scoring.score(prediction.evaluation().metric(), output, example.reference());
    Mistake mistake = score.isRight() ? null : mistake(example, output, score);
    return new ScoredPrediction(example.id(), score.value(), mistake, null, prediction.call());
  }

  private static Mistake mistake(Example example, String output, Score score) {
    return new Mistake(
        example.id(),
        Texts.cut(example.input(), MAX_TEXT),
        Texts.cut(output, MAX_TEXT),
        Texts.cut(example.reference(), MAX_TEXT),
        score.feedback());
  }
}
