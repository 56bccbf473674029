package io.dlpo.core.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.dlpo.contracts.evaluation.Purpose;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.update.UpdateConversation;
import io.dlpo.core.update.UpdateDialogue;
import io.dlpo.core.update.UpdateReply;
import java.util.List;
import java.util.Optional;

/**
 * The state of a run between two events. States are immutable and JSON-serialisable. A transition
 * is a pure function of the state, the context and the event. It is empty if the state does not
 * wait for the event, which is then dropped.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PromptScoring.class, name = "promptScoring"),
  @JsonSubTypes.Type(value = BatchScoring.class, name = "batchScoring"),
  @JsonSubTypes.Type(value = GradientAwaited.class, name = "gradientAwaited"),
  @JsonSubTypes.Type(value = CandidateScreening.class, name = "candidateScreening"),
  @JsonSubTypes.Type(value = CandidateScoring.class, name = "candidateScoring"),
  @JsonSubTypes.Type(value = FinalChoice.class, name = "finalChoice"),
  @JsonSubTypes.Type(value = Chains.class, name = "chains"),
  @JsonSubTypes.Type(value = ChainWaiting.class, name = "chainWaiting"),
  @JsonSubTypes.Type(value = Testing.class, name = "testing"),
  @JsonSubTypes.Type(value = Paused.class, name = "paused"),
  @JsonSubTypes.Type(value = Ended.class, name = "ended")
})
public sealed interface RunState permits ActiveState, Paused, Ended {

  /**
   * Starts a run.
   *
   * @throws IllegalArgumentException if the prompt is invalid; the message is for the user
   */
  static Transition begin(RunContext context) {
    Prompt prompt = Prompt.parse(context.settings().prompt());
    RunHistory history =
        RunHistory.begin(
            prompt.text(),
            prompt.frozen(),
            context.settings().optimizer().steps(),
            context.splits().warnings());
    if (context.scoresInitialPrompt()) {
      return PromptScoring.propose(context, history, 0, Purpose.ACCEPTANCE);
    }
    return context.acceptanceValidates()
        ? Steps.begin(context, history, 1)
        : PromptScoring.validate(context, history, 0);
  }

  /**
   * Starts a run that continues from a completed step of another run.
   *
   * @param context context of the new run; prompt, metric and examples are those of the other run
   * @param decided the transition that ended the step
   * @throws IllegalArgumentException if the transition ended no step, or the new run has fewer
   *     steps than were completed
   */
  static Transition fork(RunContext context, Transition decided) {
    RunHistory history = decided.decided();
    if (history == null) {
      throw new IllegalArgumentException(
          "no step ended there; a run can be forked only after a completed step");
    }
    int step = history.decisions().made();
    int steps = context.settings().optimizer().steps();
    if (steps < step) {
      throw new IllegalArgumentException(
          "optimizer.steps is %d; must be %d or more, the number of completed steps"
              .formatted(steps, step));
    }
    return Steps.follow(context, history.forked(steps), step);
  }

  /** Ends a run that could not start, for example because its dataset was deleted. */
  static Transition refused(RunId runId, RunSettings settings, String reason, long elapsedMillis) {
    return Ended.refused(runId, settings, reason, elapsedMillis);
  }

  /** Returns the run as users see it. */
  RunView view();

  /** Handles the score of an evaluation. */
  default Optional<Transition> scored(RunContext context, BatchScored event) {
    return Optional.empty();
  }

  /**
   * Returns the requests to the backward model that a gradient requires. They are made outside any
   * transaction; see {@link UpdateConversation}. Empty if there are none; {@link #updated} follows
   * in any case.
   */
  default Optional<UpdateDialogue> updateFor(RunContext context, GradientProduced event) {
    return Optional.empty();
  }

  /**
   * Handles a gradient.
   *
   * @param replies the replies to {@link #updateFor}, in request order; empty if there were no
   *     requests
   */
  default Optional<Transition> updated(
      RunContext context, GradientProduced event, List<UpdateReply> replies) {
    return Optional.empty();
  }

  /** Handles a user's command. Empty if the command is not possible in this state. */
  default Optional<Transition> commanded(RunContext context, RunCommanded event) {
    return switch (event.command()) {
      case PAUSE -> paused(context, Paused.BY_USER);
      case RESUME -> resumed(context);
      case REPEAT -> repeated(context);
      case CANCEL -> cancelled(context);
      // Only ended runs are deleted, and deleting their rows does not involve the state.
      case DELETE -> Optional.empty();
    };
  }

  /** Pauses the run. Empty if it is not running. */
  default Optional<Transition> paused(RunContext context, String reason) {
    return Optional.empty();
  }

  /** Resumes the run. Empty if it is not paused. */
  default Optional<Transition> resumed(RunContext context) {
    return Optional.empty();
  }

  /** Repeats the requests that the run waits for. Empty if it waits for none. */
  default Optional<Transition> repeated(RunContext context) {
    return Optional.empty();
  }

  /** Returns what the run waits for, or empty if it is paused or has ended. */
  default Optional<Awaited> awaits(RunContext context) {
    return Optional.empty();
  }

  /**
   * Returns the evaluations that the run stops waiting for because of a command. If the run
   * continues later, it proposes new ones. A repeat abandons none, because the earlier requests may
   * still be in flight.
   */
  default List<EvaluationId> abandonedBy(RunContext context, RunCommand command) {
    return switch (command) {
      case PAUSE, CANCEL -> awaits(context).map(Awaited::evaluations).orElseGet(List::of);
      case RESUME, REPEAT, DELETE -> List.of();
    };
  }

  /** Ends the run with the best prompt so far. Empty if it has already ended. */
  default Optional<Transition> cancelled(RunContext context) {
    return Optional.empty();
  }

  /** Ends the run as failed. Empty if it has already ended. */
  default Optional<Transition> failed(RunContext context, String reason) {
    return Optional.empty();
  }
}
