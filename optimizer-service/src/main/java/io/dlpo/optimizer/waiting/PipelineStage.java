package io.dlpo.optimizer.waiting;

import io.dlpo.core.run.Awaited;
import java.util.Arrays;
import java.util.List;

/** A consumer group on the way of an answer to its run, in the order in which records pass them. */
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

  /** In words. */
  String service() {
    return service;
  }

  String group() {
    return group;
  }

  /** The groups that an awaited event has yet to pass. */
  static List<PipelineStage> before(Awaited.Kind kind) {
    return Arrays.stream(values()).filter(station -> station.leadsTo == kind).toList();
  }
}
