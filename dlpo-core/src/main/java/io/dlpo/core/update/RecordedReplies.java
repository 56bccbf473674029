package io.dlpo.core.update;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.RecordedReply;
import io.dlpo.contracts.event.UpdateReplied;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The replies to an update, as recorded in the log.
 *
 * @param replies the replies, in request order
 */
public record RecordedReplies(List<RecordedReply> replies) {

  public RecordedReplies {
    replies = List.copyOf(replies);
  }

  /**
   * Records the replies of a conversation.
   *
   * @param dialogue the dialogue of the requests
   * @param replies all replies, 1 or more
   */
  public static RecordedReplies of(UpdateDialogue dialogue, List<UpdateReply> replies) {
    List<RecordedReply> kept = new ArrayList<>();
    for (int i = 0; i < replies.size(); i++) {
      UpdateRequest request = dialogue.next(replies.subList(0, i)).orElseThrow();
      kept.add(record(request, replies.get(i)));
    }
    return new RecordedReplies(kept);
  }

  /**
   * Records as many of the given replies as the dialogue requests. If the dialogue would make one
   * more request, it is recorded without a text.
   */
  public static RecordedReplies requested(UpdateDialogue dialogue, List<UpdateReply> replies) {
    int count = 0;
    while (count < replies.size() && dialogue.next(replies.subList(0, count)).isPresent()) {
      count++;
    }
    List<RecordedReply> kept = new ArrayList<>(of(dialogue, replies.subList(0, count)).replies());
    dialogue
        .next(replies.subList(0, count))
        .ifPresent(
            request ->
                kept.add(
                    new RecordedReply(
                        request.kind().name(),
                        digest(request),
                        null,
                        false,
                        null,
                        ModelCall.NONE)));
    return new RecordedReplies(kept);
  }

  /** Returns the event that publishes the replies. */
  public UpdateReplied event(GradientProduced gradient) {
    return new UpdateReplied(
        gradient.runId(), gradient.evaluation().step(), gradient.evaluation().id(), replies);
  }

  /** Returns the original replies, or empty if one has no text or an unknown kind. */
  public Optional<List<UpdateReply>> restore() {
    List<UpdateReply> restored = new ArrayList<>();
    for (RecordedReply reply : replies) {
      UpdateReply one = restore(reply);
      if (one == null) {
        return Optional.empty();
      }
      restored.add(one);
    }
    return Optional.of(restored);
  }

  private static RecordedReply record(UpdateRequest request, UpdateReply reply) {
    String kind = request.kind().name();
    return switch (reply) {
      case UpdateReply.Answered answer ->
          new RecordedReply(
              kind, digest(request), answer.text(), answer.cutOff(), null, answer.call());
      case UpdateReply.Failed failed ->
          new RecordedReply(kind, digest(request), null, false, failed.failure(), failed.call());
    };
  }

  private static @Nullable UpdateReply restore(RecordedReply reply) {
    Optional<CallPurpose> kind =
        CallPurpose.counted().stream()
            .filter(one -> one.isUpdate() && one.name().equals(reply.kind()))
            .findFirst();
    if (reply.failure() != null) {
      return new UpdateReply.Failed(kind.orElse(CallPurpose.UPDATE), reply.failure(), reply.call());
    }
    String text = reply.text();
    return kind.isEmpty() || text == null
        ? null
        : new UpdateReply.Answered(kind.get(), text, reply.cutOff(), reply.call());
  }

  /** Hashes everything that determines the reply, except the engine, which is fixed per run. */
  private static String digest(UpdateRequest request) {
    String content =
        String.join(
            "\u001f",
            request.kind().name(),
            Integer.toString(request.attempt()),
            request.system(),
            request.user());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
