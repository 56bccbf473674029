package io.dlpo.optimizer.run;

import io.dlpo.optimizer.adaptive.ArmStats;
import io.dlpo.optimizer.budget.Charges;
import io.dlpo.optimizer.prompt.Prompt;
import io.dlpo.optimizer.signature.Course;
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
 * @param warnings for the user, those of the signatures aside
 * @param arms what each set of techniques has earned, where the run chooses among several
 * @param course what is watched for failure signatures
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
    List<ArmStats> arms,
    Course course) {

  Book {
    frozen = List.copyOf(frozen);
    gradients = List.copyOf(gradients);
    warnings = List.copyOf(warnings);
    arms = arms == null ? List.of() : List.copyOf(arms);
    course = course == null ? Course.BEGINNING : course;
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
        List.of(),
        Course.BEGINNING);
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
        arms,
        course);
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
        arms,
        course);
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
        arms,
        course);
  }

  Book with(Course newCourse) {
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
        warnings,
        arms,
        newCourse);
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
        arms,
        course);
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
        arms,
        course);
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
        ArmStats.after(arms, outcome, prompts.current().acceptance()),
        course.after(outcome));
  }

  private List<String> withGradientOf(StepOutcome outcome) {
    List<String> all = new ArrayList<>(gradients);
    if (outcome.candidate() != null) {
      all.add(outcome.candidate().gradient());
    }
    return all.subList(Math.max(0, all.size() - TextualMomentum.MAX_WINDOW), all.size());
  }
}
