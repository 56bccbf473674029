package io.dlpo.events.trace;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.ExampleRequested;
import io.dlpo.contracts.event.PredictionProduced;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.metric.NumberMetric;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events of one run, and records that carry them. */
final class TraceEvents {

  static final RunId RUN = new RunId("run-1");
  static final String PROMPT = "Answer the secret question.";

  private TraceEvents() {}

  static Evaluation evaluation(int step) {
    return new Evaluation(
        new EvaluationId("e-" + step),
        RUN,
        step,
        Purpose.BATCH,
        PromptId.of(PROMPT),
        PROMPT,
        new NumberMetric(),
        new Engines(Engine.greedy("student"), Engine.greedy("teacher")),
        "scope",
        3);
  }

  /** A part of the proposal of a step, from 1. */
  static PromptProposed proposed(int step, int part) {
    return new PromptProposed(evaluation(step), part, 3, List.of(example(part)));
  }

  static ExampleRequested requested(int step, int number) {
    return new ExampleRequested(evaluation(step), example(number));
  }

  static PredictionProduced predicted(int step, int number) {
    return new PredictionProduced(evaluation(step), example(number), "4", null, ModelCall.NONE);
  }

  /** An event without a step. */
  static RunCommanded commanded() {
    return new RunCommanded("c-1", RUN, RunCommand.PAUSE);
  }

  private static Example example(int number) {
    return new Example("x-" + number, "How much is 2 + 2?", "4");
  }

  /** A record with headers; its value does not matter. */
  static ConsumerRecord<String, byte[]> record(String topic, Map<String, String> headers) {
    ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(topic, 5, 42, "key", new byte[0]);
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  /** An event with the headers of its publication. */
  static ConsumerRecord<String, byte[]> published(EventTracer tracer, Event event, String topic) {
    ConsumerRecord<String, byte[]> record = record(topic, Map.of());
    Publication publication = tracer.publish(List.of(event));
    publication.run(() -> publication.write(0, record.headers()));
    return record;
  }
}
