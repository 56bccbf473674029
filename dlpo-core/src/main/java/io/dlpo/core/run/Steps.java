package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.core.step.Candidate;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.Plan;
import io.dlpo.core.step.StepDecision;
import io.dlpo.core.step.StepOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts and ends the steps of a run. */
final class Steps {

  private Steps() {}

  /**
   * Starts a step, or the final test if no step is left, the budget is exhausted, or the run stops
   * early.
   */
  static Transition begin(RunContext context, RunHistory history, int step) {
    if (step > context.settings().optimizer().steps()
        || history.charges().spent() != null
        || EarlyStop.of(context, history).isPresent()) {
      return Testing.propose(context, history);
    }
    return BatchScoring.draw(context, history.with(history.spending().stepBegun()), step, 0);
  }

  /** Ends a step without a candidate. */
  static Transition endWithoutCandidate(
      RunContext context,
      RunHistory history,
      int step,
      int redraw,
      Plan plan,
      DecisionKind kind,
      String reason) {
    StepDecision decision =
        StepDecision.uncompared(kind, reason, history.prompts().current().acceptance());
    return end(context, history, step, redraw, null, plan, decision);
  }

  /** Ends a step with the decision on its candidate. */
  static Transition end(
      RunContext context, RunHistory history, Trial trial, StepDecision decision) {
    return end(
        context, history, trial.step(), trial.redraw(), trial.candidate(), trial.plan(), decision);
  }

  private static Transition end(
      RunContext context,
      RunHistory history,
      int step,
      int redraw,
      @Nullable Candidate candidate,
      Plan plan,
      StepDecision decision) {
    List<String> batch = context.batch(step, redraw).stream().map(Example::id).toList();
    StepOutcome outcome =
        new StepOutcome(
            step, batch, history.prompts().current().promptId(), candidate, plan, decision);
    RunHistory decided = history.after(outcome, context.acceptanceValidates());
    return follow(context, decided, step)
        .after(
            outcome.toRecord(history.spending().stepUsage()),
            decision.kind(),
            outcome.event(context.runId()),
            decided);
  }

  /** Continues after a step: validates the accepted prompt if due, else starts the next step. */
  static Transition follow(RunContext context, RunHistory decided, int step) {
    int every = context.settings().optimizer().validation().every();
    boolean due =
        decided.prompts().currentStep() == step
            && !context.acceptanceValidates()
            && decided.decisions().accepted() % every == 0;
    return due ? PromptScoring.validate(context, decided, step) : begin(context, decided, step + 1);
  }
}
