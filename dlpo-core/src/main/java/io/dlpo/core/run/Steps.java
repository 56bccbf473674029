package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.Plan;
import io.dlpo.core.step.StepDecision;
import io.dlpo.core.step.StepOutcome;
import java.util.List;
import java.util.OptionalInt;

/** Starts and ends the steps of a run. */
final class Steps {

  private Steps() {}

  /**
   * Starts a step, or the final test if no step is left, the budget is exhausted, or the run stops
   * early. With several chains, starts a round of them.
   */
  static Transition begin(RunContext context, RunHistory history, int step) {
    if (isOver(context, history, step)) {
      return FinalChoice.propose(context, history);
    }
    return context.beginsRound()
        ? Chains.begin(context, history, step)
        : alone(context, history, step);
  }

  /**
   * Starts a step of the only chain, or of a chain in a round. It may start from an earlier prompt.
   */
  static Transition alone(RunContext context, RunHistory history, int step) {
    return grow(
        context, Restart.before(step, context, history), step, Restart.isDue(context, history));
  }

  /**
   * Starts a step from the current prompt, which may have been scored on a larger acceptance set.
   */
  static Transition continued(RunContext context, RunHistory history, int step) {
    return isOver(context, history, step)
        ? FinalChoice.propose(context, history)
        : grow(context, history, step, false);
  }

  private static boolean isOver(RunContext context, RunHistory history, int step) {
    return step > context.lastStep()
        || history.charges().spent() != null
        || EarlyStop.of(context, history).isPresent();
  }

  /** Where candidates race, the acceptance set may grow first. */
  private static Transition grow(RunContext context, RunHistory history, int step, boolean stuck) {
    OptionalInt grown = context.grownAcceptanceSet(history, stuck);
    return grown.isPresent()
        ? PromptScoring.grow(context, history, step - 1, grown.getAsInt())
        : draw(context, history, step);
  }

  /** Starts a step with its batch. */
  static Transition draw(RunContext context, RunHistory history, int step) {
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
    PromptId parent = history.prompts().current().promptId();
    List<String> batch = batch(context, history, step, redraw);
    return end(
        context, history, new StepOutcome(step, batch, parent, null, plan, decision, List.of()));
  }

  /** Ends a step with the decision on its candidate. */
  static Transition end(
      RunContext context, RunHistory history, Trial trial, StepDecision decision) {
    return end(
        context,
        history,
        new StepOutcome(
            trial.step(),
            batch(context, history, trial.step(), trial.redraw()),
            history.prompts().current().promptId(),
            trial.candidate(),
            trial.plan(),
            decision,
            trial.alternatives()));
  }

  private static List<String> batch(RunContext context, RunHistory history, int step, int redraw) {
    return context.batch(history, step, redraw).stream().map(Example::id).toList();
  }

  private static Transition end(RunContext context, RunHistory history, StepOutcome outcome) {
    RunHistory decided = history.after(outcome, context);
    return follow(context, decided, outcome.step())
        .after(
            outcome.toRecord(history.spending().stepUsage()),
            outcome.decision().kind(),
            outcome.event(context.runId()),
            decided);
  }

  /** Continues after a step: validates the accepted prompt if due, else starts the next step. */
  static Transition follow(RunContext context, RunHistory decided, int step) {
    ValidationSettings validation = context.settings().optimizer().validation();
    boolean due =
        decided.prompts().currentStep() == step
            && !context.acceptanceValidates()
            && validation.validatesSteps()
            && decided.decisions().accepted() % validation.every() == 0;
    return due
        ? PromptScoring.validate(context, decided, step)
        : begin(context, decided, context.after(step));
  }
}
