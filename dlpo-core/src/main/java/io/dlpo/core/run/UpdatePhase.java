package io.dlpo.core.run;

import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.adaptive.Arm;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.Candidate;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.Plan;
import io.dlpo.core.technique.ScoredPrompt;
import io.dlpo.core.technique.StepView;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.technique.UpdatePlan;
import io.dlpo.core.update.EditedPrompt;
import io.dlpo.core.update.RefusedEdit;
import io.dlpo.core.update.UpdateDialogue;
import io.dlpo.core.update.UpdateOutcome;
import io.dlpo.core.update.UpdateReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The update of a step: where the techniques meet.
 *
 * @param context the run
 * @param history the run so far
 * @param step from 1
 */
record UpdatePhase(RunContext context, RunHistory history, int step) {

  private static final int REFUSALS_SHOWN = 3;

  /** What the backward model is asked for. */
  UpdateDialogue dialogue(GradientProduced event) {
    return new UpdateDialogue(
        plan(event),
        context.settings().engines().backward(),
        context.settings().sampleScope(),
        "update:" + event.evaluation().id());
  }

  /**
   * The effect of the replies.
   *
   * @param paused the state to pause in if the model could not be asked
   */
  Transition apply(
      GradientProduced event, List<UpdateReply> replies, int redraw, ActiveState paused) {
    if (replies.isEmpty()) {
      throw new IllegalArgumentException("replies is empty; the update asks for one");
    }
    UpdatePlan plan = plan(event);
    Plan summary = plan.summary().by(arm().map(Arm::name).orElse(null));
    Flow flow = new Flow(context);
    return switch (dialogue(event).outcome(replies)) {
      case UpdateOutcome.Failed failed ->
          Transition.to(new Paused(paused, Failures.of("the update", failed.failure())), List.of());
      case UpdateOutcome.Unreadable unreadable ->
          flow.withoutCandidate(
              history,
              step,
              redraw,
              summary,
              DecisionKind.UNREADABLE,
              "the update could not be read: " + unreadable.reason());
      case UpdateOutcome.Edited edited when changes(edited.prompt()) -> {
        EditedPrompt prompt = edited.prompt();
        Candidate candidate =
            new Candidate(
                PromptId.of(prompt.text()), prompt.text(), prompt.applied(), plan.gradient());
        yield new Acceptance(context)
            .of(history, new Trial(step, redraw, candidate, summary), parentOnBatch(event));
      }
      case UpdateOutcome.Edited edited ->
          flow.withoutCandidate(
              history,
              step,
              redraw,
              summary,
              DecisionKind.UNCHANGED,
              "the update changed nothing" + refusals(edited.prompt().refused()));
    };
  }

  /**
   * Where the backward engine does not say it, an example without a critique was answered right.
   */
  private static AggregateScore parentOnBatch(GradientProduced event) {
    int size = event.evaluation().size();
    Integer correct = event.correct();
    return new AggregateScore(
        correct == null ? size - Math.min(size, event.critiques().size()) : correct, size);
  }

  private UpdatePlan plan(GradientProduced event) {
    String gradient = Objects.requireNonNull(event.gradient(), "gradient is missing");
    OptimizerSettings optimizer = context.settings().optimizer();
    StepView view =
        new StepView(
            context.settings().seed(),
            step,
            optimizer.steps(),
            history.decisions().accepted(),
            scoredPrompts(),
            history.memory().gradients());
    TechniqueSettings techniques = arm().map(Arm::techniques).orElse(optimizer.techniques());
    return UpdatePlan.of(history.prompt(), gradient, view, techniques.active());
  }

  /** The set of techniques that is chosen for the step; empty if the run has but its own. */
  private Optional<Arm> arm() {
    RunSettings settings = context.settings();
    return Optional.ofNullable(settings.optimizer().arms())
        .map(arms -> arms.choose(settings.seed(), step, history.memory().arms()));
  }

  private List<ScoredPrompt> scoredPrompts() {
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

  private boolean changes(EditedPrompt edited) {
    return !edited.text().equals(history.prompts().current().text());
  }

  private static String refusals(List<RefusedEdit> refused) {
    return refused.isEmpty()
        ? ""
        : refused.stream()
            .limit(REFUSALS_SHOWN)
            .map(RefusedEdit::toString)
            .collect(Collectors.joining("; ", ": ", ""));
  }
}
