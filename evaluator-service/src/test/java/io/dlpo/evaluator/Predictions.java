package io.dlpo.evaluator;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.contracts.metric.NumberMetric;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Evaluations and their predictions for tests. The right answer of example {@code eN} is N. */
public final class Predictions {

  private static final String PROMPT = "You will answer a reasoning question.";

  private Predictions() {}

  /** An evaluation with a fresh id. */
  public static Evaluation evaluation(int size) {
    return evaluation(size, new NumberMetric());
  }

  /** An evaluation with another metric. */
  public static Evaluation evaluation(int size, Metric metric) {
    return new Evaluation(
        new EvaluationId(UUID.randomUUID().toString()),
        new RunId("run-" + UUID.randomUUID()),
        1,
        Purpose.BATCH,
        PromptId.of(PROMPT),
        PROMPT,
        metric,
        new Engines(Engine.greedy("student"), Engine.greedy("teacher")),
        "scope",
        size);
  }

  public static Example example(int number) {
    return new Example("e%03d".formatted(number), "What is " + number + "?", "" + number);
  }

  public static PredictionProduced right(Evaluation evaluation, int number) {
    return answered(evaluation, number, "Answer: " + number, new ModelCall(true, 10, 5, number));
  }

  public static PredictionProduced wrong(Evaluation evaluation, int number) {
    return answered(evaluation, number, "Answer: -1", new ModelCall(false, 10, 5, 0));
  }

  public static PredictionProduced answered(
      Evaluation evaluation, int number, String output, ModelCall call) {
    return new PredictionProduced(evaluation, example(number), output, null, call);
  }

  public static PredictionProduced failed(Evaluation evaluation, int number) {
    return new PredictionProduced(
        evaluation,
        example(number),
        null,
        new CallFailure(FailureKind.TIMEOUT, "student did not answer in time"),
        ModelCall.NONE);
  }

  /** The same evaluation, which tolerates so many failed examples. */
  public static Evaluation tolerating(int count, Evaluation evaluation) {
    return new Evaluation(
        evaluation.id(),
        evaluation.runId(),
        evaluation.step(),
        evaluation.purpose(),
        evaluation.promptId(),
        evaluation.prompt(),
        evaluation.metric(),
        evaluation.engines(),
        evaluation.sampleScope(),
        evaluation.size(),
        count,
        evaluation.critique());
  }

  /** A prediction whose call failed in another way. */
  public static PredictionProduced failed(Evaluation evaluation, int number, FailureKind kind) {
    return new PredictionProduced(
        evaluation,
        example(number),
        null,
        new CallFailure(kind, "student said no"),
        ModelCall.NONE);
  }

  /** As many predictions as the evaluation has examples, every third one wrong. */
  public static List<PredictionProduced> all(Evaluation evaluation) {
    return IntStream.rangeClosed(1, evaluation.size())
        .mapToObj(n -> n % 3 == 0 ? wrong(evaluation, n) : right(evaluation, n))
        .toList();
  }
}
