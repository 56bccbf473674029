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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Applies the inputs of a log to a run, as the service's handlers do with records from Kafka. The
 * replies of the backward model come from the log.
 *
 * @param context the run
 * @param updates the replies to updates, by evaluation id of the batch
 */
record InputHandler(RunContext context, Map<String, UpdateReplied> updates) {

  static InputHandler of(RunContext context, Collection<LoggedEvent> outputs) {
    Map<String, UpdateReplied> updates = new HashMap<>();
    for (LoggedEvent output : outputs) {
      if (output.event() instanceof UpdateReplied replied) {
        updates.put(replied.evaluationId().value(), replied);
      }
    }
    return new InputHandler(context, Map.copyOf(updates));
  }

  InputEffect effect(RunState state, Event input) {
    return switch (input) {
      case BatchScored scored -> effect(state.scored(context, scored));
      case RunCommanded commanded -> effect(state.commanded(context, commanded));
      case GradientProduced gradient -> updated(state, gradient);
      default -> new InputEffect.Ignored();
    };
  }

  private InputEffect updated(RunState state, GradientProduced gradient) {
    UpdateReplied recorded = updates.get(gradient.evaluation().id().value());
    Optional<UpdateDialogue> dialogue = state.updateFor(context, gradient);
    if (recorded == null) {
      return dialogue.isPresent()
          ? new InputEffect.NotRecorded(
              "the log does not hold the backward model's replies to its update")
          : effect(state.updated(context, gradient, List.of()));
    }
    Optional<List<UpdateReply>> replies = new RecordedReplies(recorded.replies()).restore();
    if (replies.isEmpty()) {
      return new InputEffect.NotRecorded(
          "a reply of the backward model to its update was too long for the log, which holds up to "
              + RecordedReply.MAX_TEXT
              + " characters");
    }
    // Without a dialogue, the replies arrived after a pause, and the run only counts them.
    UpdateReplied recomputed =
        dialogue
            .map(
                conversation ->
                    RecordedReplies.requested(conversation, replies.get()).event(gradient))
            .orElse(recorded);
    return effect(
        state.updated(context, gradient, replies.get()).map(each -> each.from(recomputed)));
  }

  private static InputEffect effect(Optional<Transition> transition) {
    return transition
        .<InputEffect>map(InputEffect.Applied::new)
        .orElseGet(InputEffect.Ignored::new);
  }
}
