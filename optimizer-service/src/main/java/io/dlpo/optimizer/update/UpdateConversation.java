package io.dlpo.optimizer.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks for an update, and once more if the reply cannot be read. */
public final class UpdateConversation {

  private UpdateConversation() {}

  /**
   * Holds the conversation; blocks as long as the model does.
   *
   * @param first the request
   * @param model answers a request
   * @return one or two replies, in order
   */
  public static List<UpdateReply> hold(
      UpdateRequest first, Function<UpdateRequest, UpdateReply> model) {
    List<UpdateReply> replies = new ArrayList<>();
    Optional<UpdateRequest> request = Optional.of(first);
    while (request.isPresent()) {
      UpdateReply reply = model.apply(request.get());
      replies.add(reply);
      request = request.get().after(reply);
    }
    return List.copyOf(replies);
  }
}
