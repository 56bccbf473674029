package io.dlpo.evaluator.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.metric.F1Metric;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.evaluator.Predictions;
import io.dlpo.evaluator.scoring.Score;
import io.dlpo.evaluator.scoring.ScoringResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictionScoringTest {

  private final Evaluation evaluation = Predictions.evaluation(3);
  private final Evaluation judged =
      Predictions.evaluation(3, new JudgeMetric(Engine.greedy("judge"), "Be polite."));

  @Test
  void shouldKeepNoTextOfARightAnswer() {
    PredictionProduced prediction = Predictions.right(evaluation, 1);

    assertThat(PredictionScoring.score(prediction))
        .isEqualTo(new ScoredPrediction("e001", 1.0, null, null, prediction.call()));
  }

  @Test
  void shouldKeepWhatTheCritiqueOfAWrongAnswerNeeds() {
    PredictionProduced prediction = Predictions.wrong(evaluation, 2);

    assertThat(PredictionScoring.score(prediction))
        .isEqualTo(
            new ScoredPrediction(
                "e002",
                0.0,
                new Mistake(
                    "e002",
                    "What is 2?",
                    "Answer: -1",
                    "2",
                    "The answer line gives \"-1\"; the right number is 2."),
                null,
                prediction.call()));
  }

  @Test
  void shouldKeepWhatTheCritiqueOfAnAnswerThatIsRightInPartNeeds() {
    // Given
    Evaluation graded = Predictions.evaluation(3, new F1Metric());
    PredictionProduced prediction =
        Predictions.answered(graded, 2, "Answer: 2 apples and pears", ModelCall.NONE);

    // When
    ScoredPrediction scored = PredictionScoring.score(prediction);

    // Then
    assertThat(scored.score()).isEqualTo(0.4);
    assertThat(scored.mistake()).isNotNull();
    assertThat(scored.mistake().feedback()).contains("F1 over their words is 0.40");
  }

  @Test
  void shouldKeepWhatAJudgeSaysAndWhatItTook() {
    // Given
    PredictionProduced prediction = Predictions.right(judged, 2);
    ModelCall call = new ModelCall(true, 30, 10, 40);

    // When
    ScoredPrediction scored =
        PredictionScoring.of(
            prediction,
            "Answer: 2",
            new ScoringResult.Scored(new Score(0.5, "So-so."), List.of(call, call)));

    // Then
    assertThat(scored.score()).isEqualTo(0.5);
    assertThat(scored.mistake())
        .isEqualTo(new Mistake("e002", "What is 2?", "Answer: 2", "2", "So-so."));
    assertThat(scored.judgeUsage()).isEqualTo(new Usage(2, 0, 60, 20));
    assertThat(scored.usage()).isEqualTo(new Usage(3, 0, 70, 25));
    assertThat(scored.latencyMillis()).isEqualTo(82);
  }

  @Test
  void shouldKeepTheNotesOfBothModels() {
    // Given
    PredictionProduced prediction =
        new PredictionProduced(
            judged,
            Predictions.right(judged, 1).example(),
            "Answer: 1",
            null,
            ModelCall.NONE,
            null,
            List.of("forward"));
    CallFailure failure = new CallFailure(FailureKind.TIMEOUT, "late");

    // When, then
    assertThat(
            PredictionScoring.of(
                    prediction,
                    "Answer: 1",
                    new ScoringResult.Scored(new Score(1, ""), List.of(), List.of("judge")))
                .notes())
        .containsExactly("forward", "judge");
    assertThat(
            PredictionScoring.of(
                    prediction,
                    "Answer: 1",
                    new ScoringResult.Failed(failure, List.of(), List.of("judge")))
                .notes())
        .containsExactly("forward", "judge");
  }

  @Test
  void shouldMakeNoMistakeOfAJudgeThatFailed() {
    // Given
    CallFailure failure = new CallFailure(FailureKind.TIMEOUT, "the judge: no reply in time");
    PredictionProduced prediction = Predictions.wrong(judged, 2);

    // When
    ScoredPrediction scored =
        PredictionScoring.of(
            prediction, "Answer: -1", new ScoringResult.Failed(failure, List.of()));

    // Then
    assertThat(scored)
        .isEqualTo(new ScoredPrediction("e002", null, null, failure, prediction.call()));
    assertThat(scored.usage()).isEqualTo(new Usage(0, 1, 0, 0, new Tokens(10, 5)));
  }

  @Test
  void shouldNotScoreByARuleWhatAJudgeIsToScore() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PredictionScoring.score(Predictions.right(judged, 1)))
        .withMessage("a JudgeMetric does not score by a rule");
    assertThat(PredictionScoring.score(Predictions.failed(judged, 1)).score()).isNull();
  }

  @Test
  void shouldNotScoreAFailure() {
    PredictionProduced prediction = Predictions.failed(evaluation, 3);

    assertThat(PredictionScoring.score(prediction))
        .isEqualTo(new ScoredPrediction("e003", null, null, prediction.failure(), ModelCall.NONE));
  }

  @Test
  void shouldShowTheCritiqueTheFieldsOfThePrompt() {
    // Given
    PredictionProduced prediction =
        new PredictionProduced(
            evaluation,
            new Example("e1", "", "2", Map.of("task", "1 + 1?")),
            "Answer: 3",
            null,
            ModelCall.NONE);

    // When
    Mistake mistake = PredictionScoring.score(prediction).mistake();

    // Then
    assertThat(mistake).isNotNull();
    assertThat(mistake.input()).isEqualTo("task: 1 + 1?");
  }

  @Test
  void shouldCutLongTexts() {
    // Given
    PredictionProduced prediction =
        Predictions.answered(evaluation, 1, "x".repeat(8_001), ModelCall.NONE);

    // When
    Mistake mistake = PredictionScoring.score(prediction).mistake();

    // Then
    assertThat(mistake).isNotNull();
    assertThat(mistake.output()).isEqualTo("x".repeat(8_000) + "…");
  }

  @Test
  void shouldCountAReplyThatWasPaidForAndCouldNotBeRead() {
    // Given
    PredictionProduced failed = Predictions.failed(evaluation, 1);
    PredictionProduced unreadable =
        new PredictionProduced(
            evaluation, failed.example(), null, failed.failure(), new ModelCall(true, 9, 0, 7));

    // Then
    assertThat(PredictionScoring.score(failed).usage()).isEqualTo(Usage.NONE);
    assertThat(PredictionScoring.score(unreadable).usage()).isEqualTo(new Usage(1, 0, 9, 0));
  }

  @Test
  void shouldCountAReplyThatEndedWithinItsThoughtAsWrong() {
    // Given
    PredictionProduced unanswered =
        new PredictionProduced(
            evaluation, Predictions.example(1), "", null, new ModelCall(true, 9, 512, 7), true);

    // When
    ScoredPrediction scored = PredictionScoring.score(unanswered);

    // Then
    assertThat(scored.score()).isZero();
    assertThat(scored.failure()).isNull();
    assertThat(scored.mistake().feedback())
        .contains("maxTokens ended the reply within its thought");
    assertThat(scored.usage()).isEqualTo(new Usage(1, 0, 9, 512));
  }
}
