package io.dlpo.optimizer.run;

import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.optimizer.adaptive.Arm;
import io.dlpo.optimizer.step.Candidate;
import io.dlpo.optimizer.step.Plan;
import io.dlpo.optimizer.step.Ruling;
import io.dlpo.optimizer.step.Tally;
import io.dlpo.optimizer.technique.ScoredPrompt;
import io.dlpo.optimizer.technique.StepView;
import io.dlpo.optimizer.technique.TechniqueSettings;
import io.dlpo.optimizer.technique.UpdatePlan;
import io.dlpo.optimizer.update.EditedPrompt;
import io.dlpo.optimizer.update.RefusedEdit;
import io.dlpo.optimizer.update.UpdateDialogue;
import io.dlpo.optimizer.update.UpdateOutcome;
import io.dlpo.optimizer.update.UpdateReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The update of a step: where the techniques meet.
 *
 * @param context the run
 * @param book the run so far
 * @param step from 1
 */
record UpdatePhase(RunContext context, Book book, int step) {

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
              book,
              step,
              redraw,
              summary,
              Ruling.UNREADABLE,
              "the update could not be read: " + unreadable.reason());
      case UpdateOutcome.Edited edited when changes(edited.prompt()) -> {
        EditedPrompt prompt = edited.prompt();
        Candidate candidate =
            new Candidate(
                PromptId.of(prompt.text()), prompt.text(), prompt.applied(), plan.gradient());
        yield new Acceptance(context)
            .of(book, new Trial(step, redraw, candidate, summary), parentOnBatch(event));
      }
      case UpdateOutcome.Edited edited ->
          flow.withoutCandidate(
              book,
              step,
              redraw,
              summary,
              Ruling.UNCHANGED,
              "the update changed nothing" + refusals(edited.prompt().refused()));
    };
  }

  /**
   * Where the backward engine does not say it, an example without a critique was answered right.
   */
  private static Tally parentOnBatch(GradientProduced event) {
    int size = event.evaluation().size();
    Integer correct = event.correct();
    return new Tally(
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
            book.decisions().accepted(),
            history(),
            book.memory().gradients());
    TechniqueSettings techniques = arm().map(Arm::techniques).orElse(optimizer.techniques());
    return UpdatePlan.of(book.prompt(), gradient, view, techniques.active());
  }

  /** The set of techniques that is chosen for the step; empty if the run has but its own. */
  private Optional<Arm> arm() {
    RunSettings settings = context.settings();
    return Optional.ofNullable(settings.optimizer().arms())
        .map(arms -> arms.choose(settings.seed(), step, book.memory().arms()));
  }

  private List<ScoredPrompt> history() {
    List<ScoredPrompt> history = new ArrayList<>();
    for (PromptVersion version : book.prompts().versions()) {
      Tally score = version.acceptance() != null ? version.acceptance() : version.validation();
      if (score != null) {
        history.add(new ScoredPrompt(version.text(), score));
      }
    }
    return history;
  }

  private boolean changes(EditedPrompt edited) {
    return !edited.text().equals(book.prompts().current().text());
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
