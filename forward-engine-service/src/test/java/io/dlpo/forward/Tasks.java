package io.dlpo.forward;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.ExampleRequested;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.contracts.metric.NumberMetric;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Evaluations and examples for tests. */
public final class Tasks {

  private static final String PROMPT = "You will answer a reasoning question.";

  private Tasks() {}

  /** An evaluation with a fresh id and the metric {@code number}. */
  public static Evaluation evaluation(int size) {
    return evaluation(PROMPT, new NumberMetric(), size);
  }

  /** An evaluation with a fresh id. */
  public static Evaluation evaluation(String prompt, Metric metric, int size) {
    return evaluation(prompt, metric, "scope", size);
  }

  /** An evaluation of a new run, with the metric {@code number}. */
  public static Evaluation evaluation(String prompt, String scope, int size) {
    return evaluation(prompt, new NumberMetric(), scope, size);
  }

  private static Evaluation evaluation(String prompt, Metric metric, String scope, int size) {
    return new Evaluation(
        new EvaluationId(UUID.randomUUID().toString()),
        new RunId("run-" + UUID.randomUUID()),
        1,
        Purpose.BATCH,
        PromptId.of(prompt),
        prompt,
        metric,
        new Engines(Engine.greedy("student"), Engine.greedy("teacher")),
        scope,
        size);
  }

  /** Examples numbered from 1, with questions that no other evaluation has. */
  public static List<Example> examples(Evaluation evaluation) {
    return IntStream.rangeClosed(1, evaluation.size())
        .mapToObj(
            n -> new Example("e" + n, "What is %d of %s?".formatted(n, evaluation.id()), "" + n))
        .toList();
  }

  public static ExampleRequested task(Evaluation evaluation) {
    return new ExampleRequested(evaluation, examples(evaluation).getFirst());
  }
}
