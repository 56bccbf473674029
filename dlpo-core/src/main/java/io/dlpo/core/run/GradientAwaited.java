package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.step.AggregateScore;
import io.dlpo.core.step.Candidate;
import io.dlpo.core.step.DecisionKind;
import io.dlpo.core.step.Plan;
import io.dlpo.core.step.StepDecision;
import io.dlpo.core.update.EditedPrompt;
import io.dlpo.core.update.RefusedEdit;
import io.dlpo.core.update.RejectedPrompt;
import io.dlpo.core.update.UpdateDialogue;
import io.dlpo.core.update.UpdateOutcome;
import io.dlpo.core.update.UpdateReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Waits for the textual gradient of a step's batch. The update follows the gradient: the backward
 * model proposes edits, which are applied within the limits that the techniques set.
 *
 * @param history the run so far
 * @param step the step, from 1
 * @param redraw index of the batch within the step, from 0
 * @param attempt number of earlier proposals of the batch
 */
record GradientAwaited(RunHistory history, int step, int redraw, int attempt)
    implements ActiveState {

  private static final int REFUSALS_SHOWN = 3;

  private EvaluationId expected(RunContext context) {
    return Proposals.id(
        context, step, Purpose.BATCH, history.prompts().current().promptId(), redraw, attempt);
  }

  @Override
  public Optional<Transition> awaited(RunContext context, BatchScored event) {
    return Optional.empty();
  }

  @Override
  public Optional<UpdateDialogue> updateFor(RunContext context, GradientProduced event) {
    return event.evaluation().id().equals(expected(context)) && event.gradient() != null
        ? Optional.of(StepUpdate.of(context, history, step, event).dialogue())
        : Optional.empty();
  }

  @Override
  public Optional<Transition> updated(
      RunContext context, GradientProduced event, List<UpdateReply> replies) {
    if (!event.evaluation().id().equals(expected(context))) {
      return ActiveState.super.updated(context, event, replies);
    }
    RunHistory counted =
        history.noting(event, replies).with(history.spending().plus(event).plus(replies));
    if (event.failure() != null) {
      return pausedBy(counted, Failures.of("the textual gradient", event.failure()));
    }
    RunHistory charged = Charging.updated(context, counted, event, replies);
    AggregateScore parent = parentOnBatch(event);
    RunHistory known =
        SignatureDetector.batch(context, charged, redraw, parent.total() - parent.correct());
    StepUpdate update = StepUpdate.of(context, known, step, event);
    return switch (update.outcome(replies)) {
      case UpdateOutcome.Failed failed ->
          pausedBy(counted, Failures.of("the update", failed.failure()));
      case UpdateOutcome.Unreadable unreadable ->
          withoutCandidate(
              context,
              known,
              update.summary(),
              DecisionKind.UNREADABLE,
              "the update could not be read: " + unreadable.reason());
      case UpdateOutcome.Edited edited -> {
        List<Trial> trials = trials(update, edited);
        yield trials.isEmpty()
            ? unusable(context, known, update, edited.prompt())
            : Optional.of(proposed(context, known, trials, parent));
      }
    };
  }

  /** Returns the candidates that are new: neither the current prompt nor one that was rejected. */
  private List<Trial> trials(StepUpdate update, UpdateOutcome.Edited edited) {
    Map<String, Trial> trials = new LinkedHashMap<>();
    for (EditedPrompt prompt : edited.prompts()) {
      if (!isUnchanged(prompt) && update.dialogue().rejected().find(prompt.text()).isEmpty()) {
        Candidate candidate = update.candidate(prompt, edited.gradient());
        trials.putIfAbsent(
            prompt.text(), new Trial(step, redraw, candidate, update.summary(), List.of()));
      }
    }
    return List.copyOf(trials.values());
  }

  private Optional<Transition> unusable(
      RunContext context, RunHistory known, StepUpdate update, EditedPrompt first) {
    Optional<RejectedPrompt> rejected = update.dialogue().rejected().find(first.text());
    return isUnchanged(first) || rejected.isEmpty()
        ? withoutCandidate(
            context,
            known,
            update.summary(),
            DecisionKind.UNCHANGED,
            "the update changed nothing" + refusals(first.refused()))
        : withoutCandidate(
            context,
            known,
            update.summary(),
            DecisionKind.REPEATED,
            "not scored again: " + rejected.get());
  }

  private Optional<Transition> pausedBy(RunHistory counted, String reason) {
    return Optional.of(Transition.to(new Paused(with(counted), reason), List.of()));
  }

  private Optional<Transition> withoutCandidate(
      RunContext context, RunHistory known, Plan plan, DecisionKind kind, String reason) {
    return Optional.of(Steps.endWithoutCandidate(context, known, step, redraw, plan, kind, reason));
  }

  private boolean isUnchanged(EditedPrompt edited) {
    return edited.text().equals(history.prompts().current().text());
  }

  /** Screens or scores the candidates. Without annealing, accepts the first one unscored. */
  private static Transition proposed(
      RunContext context, RunHistory known, List<Trial> trials, AggregateScore parentOnBatch) {
    Trial trial = trials.getFirst();
    AnnealingSettings annealing = context.settings().optimizer().annealing();
    if (annealing == null) {
      return Steps.end(
          context,
          known,
          trial,
          StepDecision.uncompared(
              DecisionKind.UNCOMPARED, "taken unscored: annealing is off", null));
    }
    return annealing.screening() || annealing.races() || trials.size() > 1
        ? CandidateScreening.propose(context, known, trials, parentOnBatch)
        : CandidateScoring.propose(context, known, trial, null, 0);
  }

  /** If the event has no count, examples without a critique count as correct. */
  private static AggregateScore parentOnBatch(GradientProduced event) {
    int size = event.evaluation().size();
    Integer correct = event.correct();
    return new AggregateScore(
        correct == null ? size - Math.min(size, event.critiques().size()) : correct, size);
  }

  private static String refusals(List<RefusedEdit> refused) {
    return refused.isEmpty()
        ? ""
        : refused.stream()
            .limit(REFUSALS_SHOWN)
            .map(RefusedEdit::toString)
            .collect(Collectors.joining("; ", ": ", ""));
  }

  @Override
  public Optional<Awaited> awaits(RunContext context) {
    return Optional.of(Awaited.gradient(expected(context)));
  }

  @Override
  public ActiveState with(RunHistory other) {
    return new GradientAwaited(other, step, redraw, attempt);
  }

  @Override
  public ActiveState abandoned(RunContext context) {
    return with(history.with(history.spending().expectLateGradient(expected(context))));
  }

  @Override
  public Transition again(RunContext context) {
    return BatchScoring.propose(context, history, step, redraw, attempt + 1);
  }

  @Override
  public String phase() {
    return "step " + step + ": writing the textual gradient";
  }
}
