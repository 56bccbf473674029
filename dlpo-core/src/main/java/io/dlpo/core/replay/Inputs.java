package io.dlpo.core.replay;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.RecordedReply;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.event.UpdateReplied;
import io.dlpo.core.run.RunContext;
import io.dlpo.core.run.RunState;
import io.dlpo.core.run.Transition;
import io.dlpo.core.update.RecordedReplies;
import io.dlpo.core.update.UpdateDialogue;
import io.dlpo.core.update.UpdateReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the inputs of a log to a run, as the handlers take those of the topics.
 *
 * @param context the run
 * @param updates what the backward model replied, by the batch's evaluation
 */
record Inputs(RunContext context, Map<String, UpdateReplied> updates) {

  /** What an input does to a run. */
  sealed interface Effect {

    /** It changes the run. */
    record Changes(Transition transition) implements Effect {}

    /** The run does not wait for it. */
    record Nothing() implements Effect {}

    /** It cannot be told. */
    record Untold(String reason) implements Effect {}
  }

  /** What the log holds of the replies to updates. */
  static Inputs of(RunContext context, Iterable<Event> outputs) {
    Map<String, UpdateReplied> updates = new HashMap<>();
    for (Event output : outputs) {
      if (output instanceof UpdateReplied replied) {
        updates.put(replied.evaluationId().value(), replied);
      }
    }
    return new Inputs(context, Map.copyOf(updates));
  }

  /** What an input does to the run as it stands. */
  Effect effect(RunState state, Event input) {
    return switch (input) {
      case BatchScored scored -> of(state.scored(context, scored));
      case RunCommanded commanded -> of(state.commanded(context, commanded));
      case GradientProduced gradient -> updated(state, gradient);
      default -> new Effect.Nothing();
    };
  }

  private Effect updated(RunState state, GradientProduced gradient) {
    UpdateReplied log = updates.get(gradient.evaluation().id().value());
    Optional<UpdateDialogue> dialogue = state.updateFor(context, gradient);
    if (log == null) {
      return dialogue.isPresent()
          ? new Effect.Untold("the log does not hold the backward model's replies to its update")
          : of(state.updated(context, gradient, List.of()));
    }
    Optional<List<UpdateReply>> replies = new RecordedReplies(log.replies()).restore();
    if (replies.isEmpty()) {
      return new Effect.Untold(
          "a reply of the backward model to its update was too long for the log, which holds up to "
              + RecordedReply.MAX_TEXT
              + " characters");
    }
    // Who was asked before a pause and came after it is told as it was.
    UpdateReplied asked =
        dialogue.map(all -> RecordedReplies.asked(all, replies.get()).event(gradient)).orElse(log);
    return of(state.updated(context, gradient, replies.get()).map(effect -> effect.from(asked)));
  }

  private static Effect of(Optional<Transition> transition) {
    return transition.<Effect>map(Effect.Changes::new).orElseGet(Effect.Nothing::new);
  }
}
