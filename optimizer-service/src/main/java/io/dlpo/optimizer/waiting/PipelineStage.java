package io.dlpo.optimizer.waiting;

import io.dlpo.core.run.Awaited;
import java.util.Arrays;
import java.util.List;

/** A consumer group in the flow of a step, in processing order. */
enum PipelineStage {
  FAN_OUT("the forward engine", "dlpo.forward-engine.proposals", Awaited.Kind.SCORE),
  ANSWERS("the forward engine", "dlpo.forward-engine.examples", Awaited.Kind.SCORE),
  SCORING("the evaluator", "dlpo.evaluator.predictions", Awaited.Kind.SCORE),
  SCORES("the optimizer", "dlpo.optimizer.scores", Awaited.Kind.SCORE),
  CRITIQUES("the backward engine", "dlpo.backward-engine.scores", Awaited.Kind.GRADIENT),
  GRADIENTS("the optimizer", "dlpo.optimizer.gradients", Awaited.Kind.GRADIENT);

  private final String service;
  private final String group;
  private final Awaited.Kind leadsTo;

  PipelineStage(String service, String group, Awaited.Kind leadsTo) {
    this.service = service;
    this.group = group;
    this.leadsTo = leadsTo;
  }

  /** The display name. */
  String service() {
    return service;
  }

  String group() {
    return group;
  }

  /** Returns the groups that must process records before the awaited event is published. */
  static List<PipelineStage> before(Awaited.Kind kind) {
    return Arrays.stream(values()).filter(station -> station.leadsTo == kind).toList();
  }
}
