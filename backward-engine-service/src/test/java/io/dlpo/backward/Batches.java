package io.dlpo.backward;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.contracts.metric.NumberMetric;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Scored batches for tests, each in a new run. */
public final class Batches {

  private static final String PROMPT = "You will answer a reasoning question.";

  private Batches() {}

  public static Evaluation evaluation(Purpose purpose, Metric metric) {
    return new Evaluation(
        new EvaluationId(UUID.randomUUID().toString()),
        new RunId("run-" + UUID.randomUUID()),
        1,
        purpose,
        PromptId.of(PROMPT),
        PROMPT,
        metric,
        new Engines(Engine.greedy("student"), Engine.greedy("teacher")),
        "scope",
        8);
  }

  /** A batch of eight in a run that turns its mistakes into a gradient in this way. */
  public static Evaluation evaluation(CritiqueMode critique) {
    Evaluation plain = evaluation(Purpose.BATCH, new NumberMetric());
    return new Evaluation(
        plain.id(),
        plain.runId(),
        plain.step(),
        plain.purpose(),
        plain.promptId(),
        plain.prompt(),
        plain.metric(),
        plain.engines(),
        plain.sampleScope(),
        plain.size(),
        null,
        critique);
  }

  /** A batch of eight with the given number of mistakes. */
  public static BatchScored withMistakes(int count) {
    return scored(evaluation(Purpose.BATCH, new NumberMetric()), count, 0);
  }

  public static BatchScored scored(Evaluation evaluation, int mistakes, int failed) {
    int correct = evaluation.size() - mistakes - failed;
    return new BatchScored(
        evaluation,
        correct,
        failed,
        correct / (double) evaluation.size(),
        List.of(),
        IntStream.rangeClosed(1, mistakes).mapToObj(n -> mistake(evaluation, n)).toList(),
        failed == 0 ? List.of() : List.of(new CallFailure(FailureKind.TIMEOUT, "no reply in time")),
        new Usage(evaluation.size(), 0, 10, 10),
        5);
  }

  /** A mistake that no other evaluation has. */
  public static Mistake mistake(Evaluation evaluation, int n) {
    return new Mistake(
        "e" + n,
        "How many in case %d of %s?".formatted(n, evaluation.id().value()),
        "Answer: " + n,
        "" + (n + 100),
        "expected " + (n + 100) + ", got " + n);
  }
}
