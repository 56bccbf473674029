package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.adaptive.Arm;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.Candidate;
import io.dlpo.core.step.Plan;
import io.dlpo.core.technique.ScoredPrompt;
import io.dlpo.core.technique.StepView;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.technique.UpdatePlan;
import io.dlpo.core.update.EditedPrompt;
import io.dlpo.core.update.RejectedPrompt;
import io.dlpo.core.update.RejectedPrompts;
import io.dlpo.core.update.UpdateDialogue;
import io.dlpo.core.update.UpdateOutcome;
import io.dlpo.core.update.UpdateReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The update of a step, shaped by the techniques.
 *
 * @param plan the plan that the techniques produced
 * @param arm name of the arm chosen for the step; null if there is none
 * @param dialogue the requests to the backward model
 */
record StepUpdate(UpdatePlan plan, @Nullable String arm, UpdateDialogue dialogue) {

  /** Creates the update for a gradient. */
  static StepUpdate of(RunContext context, RunHistory history, int step, GradientProduced event) {
    Optional<Arm> arm = arm(context, history, step);
    UpdatePlan plan = plan(context, history, step, event, arm);
    UpdateDialogue dialogue =
        new UpdateDialogue(
            plan,
            context.settings().engines().backward(),
            context.settings().sampleScope(),
            "update:" + event.evaluation().id(),
            rejected(context, history),
            context.settings().optimizer().rewrites(),
            context.settings().optimizer().form());
    return new StepUpdate(plan, arm.map(Arm::name).orElse(null), dialogue);
  }

  /** Applies the replies to the prompt. */
  UpdateOutcome outcome(List<UpdateReply> replies) {
    if (replies.isEmpty()) {
      throw new IllegalArgumentException("replies is empty; an update has at least one reply");
    }
    return dialogue.outcome(replies);
  }

  /** Returns a summary of the plan for the step's decision. */
  Plan summary() {
    return plan.summary().by(arm);
  }

  /**
   * Creates the candidate from the edited prompt.
   *
   * @param written the gradient that the update has written; a list of mistakes is none
   */
  Candidate candidate(EditedPrompt prompt, Optional<String> written) {
    String given = dialogue.form().critique() == CritiqueMode.JOINT ? "" : plan.gradient();
    return new Candidate(
        PromptId.of(prompt.text()), prompt.text(), prompt.applied(), written.orElse(given));
  }

  private static UpdatePlan plan(
      RunContext context, RunHistory history, int step, GradientProduced event, Optional<Arm> arm) {
    String gradient = Objects.requireNonNull(event.gradient(), "gradient is missing");
    OptimizerSettings optimizer = context.settings().optimizer();
    StepView view =
        new StepView(
            context.settings().seed(),
            step,
            optimizer.steps(),
            history.decisions().accepted(),
            scoredPrompts(history),
            history.memory().gradients());
    TechniqueSettings techniques = arm.map(Arm::techniques).orElse(optimizer.techniques());
    return UpdatePlan.of(history.prompt(), gradient, view, techniques.active());
  }

  /** Chooses the arm of the step. Empty if the run has no arms. */
  private static Optional<Arm> arm(RunContext context, RunHistory history, int step) {
    RunSettings settings = context.settings();
    return Optional.ofNullable(settings.optimizer().arms())
        .map(arms -> arms.choose(settings.seed(), step, history.memory().arms()));
  }

  /** Returns the candidates that are not scored again. */
  private static RejectedPrompts rejected(RunContext context, RunHistory history) {
    return context.settings().optimizer().retryRejected()
        ? RejectedPrompts.NONE
        : new RejectedPrompts(
            history.prompts().versions().stream()
                .filter(version -> !version.accepted())
                .map(
                    version ->
                        new RejectedPrompt(version.step(), version.text(), version.acceptance()))
                .toList());
  }

  private static List<ScoredPrompt> scoredPrompts(RunHistory history) {
    List<ScoredPrompt> scored = new ArrayList<>();
    for (PromptVersion version : history.prompts().versions()) {
      AggregateScore score =
          version.acceptance() != null ? version.acceptance() : version.validation();
      if (score != null) {
        scored.add(new ScoredPrompt(version.text(), score));
      }
    }
    return scored;
  }
}
