package io.dlpo.core.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks the backward model all that an update needs, one request after the other. */
public final class UpdateConversation {

  private UpdateConversation() {}

  /**
   * Holds the conversation; blocks as long as the model does.
   *
   * @param dialogue what is asked, as it depends on the replies
   * @param model answers a request
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
