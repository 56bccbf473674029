package io.dlpo.core.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sends the requests of an update to the backward model, one at a time. */
public final class UpdateConversation {

  private UpdateConversation() {}

  /**
   * Runs the conversation. Blocks until all replies are there.
   *
   * @param dialogue determines the next request from the replies so far
   * @param model sends a request and returns the reply
   * @return the replies, in order
   */
  public static List<UpdateReply> hold(
      UpdateDialogue dialogue, Function<UpdateRequest, UpdateReply> model) {
    List<UpdateReply> replies = new ArrayList<>();
    Optional<UpdateRequest> request = dialogue.next(replies);
    while (request.isPresent()) {
      replies.add(model.apply(request.get()));
      request = dialogue.next(replies);
    }
    return List.copyOf(replies);
  }
}
