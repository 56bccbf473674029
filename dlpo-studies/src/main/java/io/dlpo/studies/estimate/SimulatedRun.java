package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.PromptProposed;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.RunState;
import io.dlpo.core.run.RunStatus;
import io.dlpo.core.run.RunView;
import io.dlpo.core.run.Transition;
import io.dlpo.core.update.UpdateConversation;
import io.dlpo.core.update.UpdateReply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Simulates a run from beginning to end. It uses the real state machine with its rules and random
 * draws; only the models are simulated. Not thread-safe.
 */
final class SimulatedRun {

  private final RunContext context;
  private final SimulatedServices services;
  private final Deque<Event> inFlight = new ArrayDeque<>();
  private final Map<EvaluationId, List<Example>> parts = new HashMap<>();
  private RunState state;

  private SimulatedRun(RunContext context, SimulatedServices services) {
    this.context = context;
    this.services = services;
    this.state = take(RunState.begin(context));
  }

  /** Simulates the run. */
  static SimulatedRunResult play(RunContext context, SimulatedServices services) {
    SimulatedRun run = new SimulatedRun(context, services);
    while (!run.inFlight.isEmpty()) {
      run.deliver(run.inFlight.remove());
    }
    RunView end = run.state.view();
    return new SimulatedRunResult(
        services.spent(), end.step(), end.status() == RunStatus.BUDGET_SPENT);
  }

  private void deliver(Event event) {
    Optional<Transition> transition =
        switch (event) {
          case BatchScored scored -> state.scored(context, scored);
          case GradientProduced gradient -> state.updated(context, gradient, replies(gradient));
          default -> Optional.empty();
        };
    transition.ifPresent(next -> state = take(next));
  }

  private List<UpdateReply> replies(GradientProduced gradient) {
    String prompt = gradient.evaluation().prompt();
    return state
        .updateFor(context, gradient)
        .map(
            dialogue ->
                UpdateConversation.hold(dialogue, request -> services.reply(request, prompt)))
        .orElseGet(List::of);
  }

  private RunState take(Transition transition) {
    for (Event event : transition.events()) {
      if (event instanceof PromptProposed proposed) {
        propose(proposed);
      }
    }
    return transition.next();
  }

  /** Scores an evaluation once all of its parts have been proposed. */
  private void propose(PromptProposed proposed) {
    Evaluation evaluation = proposed.evaluation();
    List<Example> examples = parts.computeIfAbsent(evaluation.id(), id -> new ArrayList<>());
    examples.addAll(proposed.examples());
    if (proposed.part() < proposed.parts()) {
      return;
    }
    parts.remove(evaluation.id());
    BatchScored scored = services.score(evaluation, examples);
    inFlight.add(scored);
    if (evaluation.purpose() == Purpose.BATCH && !scored.mistakes().isEmpty()) {
      inFlight.add(services.gradient(scored));
    }
  }
}
