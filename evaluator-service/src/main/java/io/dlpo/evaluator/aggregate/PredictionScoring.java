package io.dlpo.evaluator.aggregate;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.Notes;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.contracts.metric.RuleMetric;
import io.dlpo.evaluator.scoring.Score;
import io.dlpo.evaluator.scoring.Scoring;
import io.dlpo.evaluator.scoring.ScoringResult;
import io.dlpo.evaluator.text.Texts;
import java.util.List;
import java.util.stream.Stream;

/** Scores predictions. Pure. */
public final class PredictionScoring {

  /** Maximum length of a mistake's input, output and reference in characters. */
  static final int MAX_TEXT = 8_000;

  private static final String NO_ANSWER =
      "There is no answer: maxTokens ended the reply within its thought. Think more briefly, or set"
          + " engines.forward.maxTokens higher.";

  private PredictionScoring() {}

  /**
   * Scores a prediction by the rule of its metric; a failed call gets no score. A reply that
   * reached the token limit within the model's thought is wrong by any metric.
   *
   * @throws io.dlpo.evaluator.scoring.UnreadableReferenceException if the metric cannot read the
   *     reference
   * @throws IllegalArgumentException if there is an answer and the metric is not a rule
   */
  public static ScoredPrediction score(PredictionProduced prediction) {
    String output = prediction.output();
    if (output == null) {
      return new ScoredPrediction(
          prediction.example().id(),
          null,
          null,
          prediction.failure(),
          prediction.call(),
          List.of(),
          Notes.in(prediction.notes()));
    }
    if (prediction.isUnanswered()) {
      return scored(
          prediction, output, new ScoringResult.Scored(Score.wrong(NO_ANSWER), List.of()));
    }
    Metric metric = prediction.evaluation().metric();
    if (!(metric instanceof RuleMetric rule)) {
      throw new IllegalArgumentException(
          "a " + metric.getClass().getSimpleName() + " does not score by a rule");
    }
    Score score = Scoring.score(rule, output, prediction.example().reference());
    return scored(prediction, output, new ScoringResult.Scored(score, List.of()));
  }

  /** A prediction with the result of a judge or a webhook. */
  public static ScoredPrediction of(
      PredictionProduced prediction, String output, ScoringResult result) {
    return switch (result) {
      case ScoringResult.Scored scored -> scored(prediction, output, scored);
      case ScoringResult.Failed failed ->
          new ScoredPrediction(
              prediction.example().id(),
              null,
              null,
              failed.failure(),
              prediction.call(),
              failed.calls(),
              notes(prediction, result));
    };
  }

  private static ScoredPrediction scored(
      PredictionProduced prediction, String output, ScoringResult.Scored result) {
    Example example = prediction.example();
    Score score = result.score();
    Mistake mistake = score.isRight() ? null : mistake(example, output, score);
    return new ScoredPrediction(
        example.id(),
        score.value(),
        mistake,
        null,
        prediction.call(),
        result.calls(),
        notes(prediction, result));
  }

  private static List<String> notes(PredictionProduced prediction, ScoringResult result) {
    return Stream.concat(Notes.in(prediction.notes()).stream(), result.notes().stream()).toList();
  }

  private static Mistake mistake(Example example, String output, Score score) {
    return new Mistake(
        example.id(),
        Texts.cut(example.question(), MAX_TEXT),
        Texts.cut(output, MAX_TEXT),
        Texts.cut(example.reference(), MAX_TEXT),
        score.feedback());
  }
}
