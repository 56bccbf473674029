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
 * A run between two events. States are immutable and JSON-serialisable; a transition is a pure
 * function of the state, the context and the event. It is empty if the state does not wait for the
 * event: then the event is dropped.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PromptScoring.class, name = "promptScoring"),
  @JsonSubTypes.Type(value = BatchScoring.class, name = "batchScoring"),
  @JsonSubTypes.Type(value = GradientAwaited.class, name = "gradientAwaited"),
  @JsonSubTypes.Type(value = CandidateScreening.class, name = "candidateScreening"),
  @JsonSubTypes.Type(value = CandidateScoring.class, name = "candidateScoring"),
  @JsonSubTypes.Type(value = Testing.class, name = "testing"),
  @JsonSubTypes.Type(value = Paused.class, name = "paused"),
  @JsonSubTypes.Type(value = Ended.class, name = "ended")
})
public sealed interface RunState permits ActiveState, Paused, Ended {

  /**
   * Begins a run.
   *
   * @throws IllegalArgumentException if the prompt cannot be used; the message is for the user
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
      return PromptScoring.propose(context, history, 0, Purpose.ACCEPTANCE, 0);
    }
    return context.acceptanceValidates()
        ? Steps.begin(context, history, 1)
        : PromptScoring.validate(context, history, 0);
  }

  /**
   * Begins a run where another one has ended a step.
   *
   * @param context of the run that begins; its prompt, metric and examples are those of the other
   * @param decided the transition that ended the step
   * @throws IllegalArgumentException if no step ended with it, or none is left to make
   */
  static Transition fork(RunContext context, Transition decided) {
    RunHistory history = decided.decided();
    if (history == null) {
      throw new IllegalArgumentException("no step ended there; a run goes on after a step");
    }
    int step = history.decisions().made();
    int steps = context.settings().optimizer().steps();
    if (steps < step) {
      throw new IllegalArgumentException(
          "optimizer.steps is %d; allowed is %d or more, the steps that are made"
              .formatted(steps, step));
    }
    return Steps.follow(context, history.forked(steps), step);
  }

  /** Ends a run that could not begin, such as one whose dataset is gone. */
  static Transition refused(RunId runId, RunSettings settings, String reason, long elapsedMillis) {
    return Ended.refused(runId, settings, reason, elapsedMillis);
  }

  /** Everything that is shown of the run. */
  RunView view();

  /** An evaluation was scored. */
  default Optional<Transition> scored(RunContext context, BatchScored event) {
    return Optional.empty();
  }

  /**
   * What the backward model is to be asked because of a gradient, outside any transaction; see
   * {@link UpdateConversation}. Empty if nothing is to be asked; {@link #updated} follows anyway.
   */
  default Optional<UpdateDialogue> updateFor(RunContext context, GradientProduced event) {
    return Optional.empty();
  }

  /**
   * A gradient was produced.
   *
   * @param replies the replies to {@link #updateFor}, in the order they were asked for; empty if
   *     nothing was to be asked
   */
  default Optional<Transition> updated(
      RunContext context, GradientProduced event, List<UpdateReply> replies) {
    return Optional.empty();
  }

  /** A user wants something of the run; empty if that is not possible as it stands. */
  default Optional<Transition> commanded(RunContext context, RunCommanded event) {
    return switch (event.command()) {
      case PAUSE -> paused(context, Paused.BY_USER);
      case RESUME -> resumed(context);
      case REPEAT -> repeated(context);
      case CANCEL -> cancelled(context);
      // Only a run that has ended is deleted, and its rows are no matter of its state.
      case DELETE -> Optional.empty();
    };
  }

  /** A user pauses the run; empty if it is not running. */
  default Optional<Transition> paused(RunContext context, String reason) {
    return Optional.empty();
  }

  /** A user resumes the run; empty if it is not paused. */
  default Optional<Transition> resumed(RunContext context) {
    return Optional.empty();
  }

  /**
   * A user wants that the run asks once more for what it waits for; empty if it waits for nothing.
   */
  default Optional<Transition> repeated(RunContext context) {
    return Optional.empty();
  }

  /** What the run waits for; empty if it is paused or over. */
  default Optional<Awaited> awaits(RunContext context) {
    return Optional.empty();
  }

  /**
   * The evaluations that the run stops to wait for with a command. Should it go on, it proposes
   * others. A repeat is no such command: what it asks for once more may still be under way.
   */
  default List<EvaluationId> abandonedBy(RunContext context, RunCommand command) {
    return switch (command) {
      case PAUSE, CANCEL -> awaits(context).map(Awaited::evaluations).orElseGet(List::of);
      case RESUME, REPEAT, DELETE -> List.of();
    };
  }

  /** A user ends the run with the best prompt so far; empty if it has ended. */
  default Optional<Transition> cancelled(RunContext context) {
    return Optional.empty();
  }

  /** The run cannot go on; empty if it has ended. */
  default Optional<Transition> failed(RunContext context, String reason) {
    return Optional.empty();
  }
}
