package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Notes;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.core.budget.Answered;
import io.dlpo.core.budget.Charges;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.signature.ScoreTrend;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.StepOutcome;
import io.dlpo.core.update.UpdateReply;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state that a run carries from step to step.
 *
 * @param steps total number of steps
 * @param frozen the frozen spans of its prompts
 * @param prompts every prompt so far
 * @param decisions the decisions of the steps
 * @param memory state that later steps use
 * @param spending calls, tokens and time used
 * @param charges usage charged against the budget
 * @param warnings warnings for the user, without those of failure signatures
 */
record RunHistory(
    int steps,
    List<String> frozen,
    Prompts prompts,
    Decisions decisions,
    Memory memory,
    Spending spending,
    Charges charges,
    List<String> warnings) {

  RunHistory {
    frozen = List.copyOf(frozen);
    warnings = List.copyOf(warnings);
  }

  static RunHistory begin(String text, List<String> frozen, int steps, List<String> warnings) {
    Prompts prompts = Prompts.begin(text);
    Decisions none = Decisions.begin(prompts.initial().promptId());
    return new RunHistory(
        steps, frozen, prompts, none, Memory.EMPTY, Spending.NONE, Charges.NONE, warnings);
  }

  /** Returns the current prompt with its frozen spans. */
  Prompt prompt() {
    return new Prompt(prompts.current().text(), frozen);
  }

  RunHistory with(Prompts newPrompts) {
    return new RunHistory(
        steps, frozen, newPrompts, decisions, memory, spending, charges, warnings);
  }

  RunHistory with(Memory newMemory) {
    return new RunHistory(
        steps, frozen, prompts, decisions, newMemory, spending, charges, warnings);
  }

  /** Adds the rows of an evaluation that count as wrong because their calls failed. */
  RunHistory withFailed(BatchScored event) {
    return with(memory.withFailed(event));
  }

  RunHistory with(ScoreTrend trend) {
    return with(memory.with(trend));
  }

  RunHistory with(Spending newSpending) {
    return new RunHistory(
        steps, frozen, prompts, decisions, memory, newSpending, charges, warnings);
  }

  RunHistory with(Charges newCharges) {
    return new RunHistory(
        steps, frozen, prompts, decisions, memory, spending, newCharges, warnings);
  }

  /** Removes what {@link StateSnapshot} stores in separate parts. */
  RunHistory withoutParts() {
    return withParts(List.of(), List.of(), Answered.NOTHING, Answered.NOTHING);
  }

  /** Restores what {@link StateSnapshot} stores in separate parts. */
  RunHistory withParts(
      List<PromptVersion> versions,
      List<AggregateScore> accuracies,
      Answered asked,
      Answered metered) {
    return with(new Prompts(versions, prompts.currentStep()))
        .with(memory.trend().withAccuracies(accuracies))
        .with(charges.with(asked, metered));
  }

  /** Adds the notes that it does not have yet as warnings. */
  RunHistory noting(@Nullable List<String> notes) {
    RunHistory noted = this;
    for (String note : Notes.in(notes)) {
      noted = noted.warnings.contains(note) ? noted : noted.warning(note);
    }
    return noted;
  }

  /** Adds the notes of a gradient and of the replies to its update as warnings. */
  RunHistory noting(GradientProduced event, List<UpdateReply> replies) {
    RunHistory noted = noting(event.notes());
    for (UpdateReply reply : replies) {
      noted = reply instanceof UpdateReply.Answered answer ? noted.noting(answer.notes()) : noted;
    }
    return noted;
  }

  /** Adds a warning for the user. */
  RunHistory warning(String warning) {
    List<String> all = new ArrayList<>(warnings);
    all.add(warning);
    return new RunHistory(steps, frozen, prompts, decisions, memory, spending, charges, all);
  }

  /**
   * Returns the history for a fork of the run. All calls so far count as cached, and the budget no
   * longer counts as exhausted.
   *
   * @param newSteps total number of steps of the fork
   */
  RunHistory forked(int newSteps) {
    return new RunHistory(
        newSteps,
        frozen,
        prompts,
        decisions,
        memory,
        spending.known(),
        charges.unspent(),
        warnings);
  }

  /** Adds a step's decision. */
  RunHistory after(StepOutcome outcome, RunContext context) {
    Prompts after = prompts.after(outcome, context.acceptanceValidates());
    return new RunHistory(
        steps,
        frozen,
        after,
        decisions.after(outcome),
        memory.after(outcome, prompts.current(), context.startingPoints(after)),
        spending,
        charges,
        warnings);
  }
}
