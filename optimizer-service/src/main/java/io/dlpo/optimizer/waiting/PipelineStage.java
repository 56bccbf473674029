package io.dlpo.optimizer.waiting;

import io.dlpo.contracts.event.EventType;
import io.dlpo.core.run.Awaited;
import java.util.Arrays;
import java.util.List;

/** A consumer group in the flow of a step, in processing order. */
enum PipelineStage {
  FAN_OUT(
      "the forward engine",
      EventType.PROMPT_PROPOSED,
      "dlpo.forward-engine.proposals",
      Awaited.Kind.SCORE),
  ANSWERS(
      "the forward engine",
      EventType.EXAMPLE_REQUESTED,
      "dlpo.forward-engine.examples",
      Awaited.Kind.SCORE),
  SCORING(
      "the evaluator",
      EventType.PREDICTION_PRODUCED,
      "dlpo.evaluator.predictions",
      Awaited.Kind.SCORE),
  SCORES("the optimizer", EventType.BATCH_SCORED, "dlpo.optimizer.scores", Awaited.Kind.SCORE),
  CRITIQUES(
      "the backward engine",
      EventType.BATCH_SCORED,
      "dlpo.backward-engine.scores",
      Awaited.Kind.GRADIENT),
  GRADIENTS(
      "the optimizer",
      EventType.GRADIENT_PRODUCED,
      "dlpo.optimizer.gradients",
      Awaited.Kind.GRADIENT);

  private final String service;
  private final EventType input;
  private final String group;
  private final Awaited.Kind leadsTo;

  PipelineStage(String service, EventType input, String group, Awaited.Kind leadsTo) {
    this.service = service;
    this.input = input;
    this.group = group;
    this.leadsTo = leadsTo;
  }

  /** The display name. */
  String service() {
    return service;
  }

  /** The event that the group processes. */
  EventType input() {
    return input;
  }

  String group() {
    return group;
  }

  /** Returns the groups that must process records before the awaited event is published. */
  static List<PipelineStage> before(Awaited.Kind kind) {
    return Arrays.stream(values()).filter(stage -> stage.leadsTo == kind).toList();
  }
}
