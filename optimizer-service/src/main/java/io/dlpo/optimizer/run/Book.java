package io.dlpo.optimizer.run;

import io.dlpo.optimizer.adaptive.ArmStats;
import io.dlpo.optimizer.budget.Charges;
import io.dlpo.optimizer.prompt.Prompt;
import io.dlpo.optimizer.step.StepOutcome;
import io.dlpo.optimizer.step.Trajectory;
import io.dlpo.optimizer.technique.TextualMomentum;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run remembers from state to state.
 *
 * @param steps steps in all
 * @param frozen the frozen spans of its prompts
 * @param prompts every prompt so far
 * @param accepted candidates accepted
 * @param rejected steps that kept the prompt
 * @param trajectory digest of the decisions
 * @param gradients of the last accepted steps, the newest last
 * @param knownRight training examples that the current prompt and the candidate answer right
 * @param spending calls, tokens and time
 * @param charges what counts against the budget
 * @param warnings for the user
 * @param arms what each set of techniques has earned, where the run chooses among several
 */
record Book(
    int steps,
    List<String> frozen,
    Prompts prompts,
    int accepted,
    int rejected,
    Trajectory trajectory,
    List<String> gradients,
    KnownRight knownRight,
    Spending spending,
    Charges charges,
    List<String> warnings,
    List<ArmStats> arms) {

  Book {
    frozen = List.copyOf(frozen);
    gradients = List.copyOf(gradients);
    warnings = List.copyOf(warnings);
    arms = arms == null ? List.of() : List.copyOf(arms);
  }

  static Book begin(String text, List<String> frozen, int steps, List<String> warnings) {
    Prompts prompts = Prompts.begin(text);
    return new Book(
        steps,
        frozen,
        prompts,
        0,
        0,
        Trajectory.begin(prompts.initial().promptId()),
        List.of(),
        KnownRight.NOTHING,
        Spending.NONE,
        Charges.NONE,
        warnings,
        List.of());
  }

  /** The current prompt with its frozen spans. */
  Prompt prompt() {
    return new Prompt(prompts.current().text(), frozen);
  }

  Book with(Prompts newPrompts) {
    return new Book(
        steps,
        frozen,
        newPrompts,
        accepted,
        rejected,
        trajectory,
        gradients,
        knownRight,
        spending,
        charges,
        warnings,
        arms);
  }

  Book with(Spending newSpending) {
    return new Book(
        steps,
        frozen,
        prompts,
        accepted,
        rejected,
        trajectory,
        gradients,
        knownRight,
        newSpending,
        charges,
        warnings,
        arms);
  }

  Book with(KnownRight known) {
    return new Book(
        steps,
        frozen,
        prompts,
        accepted,
        rejected,
        trajectory,
        gradients,
        known,
        spending,
        charges,
        warnings,
        arms);
  }

  Book with(Charges newCharges) {
    return new Book(
        steps,
        frozen,
        prompts,
        accepted,
        rejected,
        trajectory,
        gradients,
        knownRight,
        spending,
        newCharges,
        warnings,
        arms);
  }

  /** With one more thing that the user should know. */
  Book warning(String warning) {
    List<String> all = new ArrayList<>(warnings);
    all.add(warning);
    return new Book(
        steps,
        frozen,
        prompts,
        accepted,
        rejected,
        trajectory,
        gradients,
        knownRight,
        spending,
        charges,
        all,
        arms);
  }

  /** With a step's decision. */
  Book after(StepOutcome outcome, boolean acceptanceValidates) {
    boolean taken = outcome.accepted();
    Prompts after = prompts.after(outcome, acceptanceValidates);
    return new Book(
        steps,
        frozen,
        after,
        taken ? accepted + 1 : accepted,
        taken ? rejected : rejected + 1,
        trajectory.plus(outcome),
        taken ? withGradientOf(outcome) : gradients,
        knownRight.only(after.current().promptId()),
        spending,
        charges,
        warnings,
        ArmStats.after(arms, outcome));
  }

  private List<String> withGradientOf(StepOutcome outcome) {
    List<String> all = new ArrayList<>(gradients);
    if (outcome.candidate() != null) {
      all.add(outcome.candidate().gradient());
    }
    return all.subList(Math.max(0, all.size() - TextualMomentum.MAX_WINDOW), all.size());
  }
}
