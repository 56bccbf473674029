package io.dlpo.optimizer.estimate;

import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.optimizer.estimate.Stage.Role;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What has been asked and paid for in one rehearsal. Not thread-safe. */
final class RehearsedLedger {

  /**
   * A request to one of the models.
   *
   * @param request itself, or a digest of it where it is long
   */
  private record Key(Role role, Object request) {

    static Key of(Role role, Request request) {
      return role == Role.FORWARD ? new Key(role, request) : new Key(role, digest(request));
    }

    private static UUID digest(Request request) {
      String text = request.system() + "\n" + request.user();
      return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * A reply.
   *
   * @param text what it says
   * @param call what it took
   */
  record Reply(String text, ModelCall call) {}

  private final Tokens tokens;
  private final Map<Key, String> replies = new HashMap<>();
  private final Map<Stage, Usage> spent = new EnumMap<>(Stage.class);

  RehearsedLedger(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The reply to a request; only the first of equal requests is paid for. */
  Reply ask(Stage stage, Request request, int hidden, Supplier<String> model) {
    Key key = Key.of(stage.role(), request);
    String known = replies.get(key);
    boolean paid = known == null;
    String text = paid ? model.get() : known;
    ModelCall call =
        paid
            ? new ModelCall(
                true,
                tokens.of(stage.role(), request),
                tokens.ofReply(stage.role(), text) + hidden,
                0)
            : new ModelCall(false, 0, 0, 0);
    replies.putIfAbsent(key, text);
    spent.merge(stage, Usage.of(call), Usage::plus);
    return new Reply(text, call);
  }

  /** Calls and tokens by stage; stages without any call are missing. */
  Map<Stage, Usage> spent() {
    return Map.copyOf(spent);
  }
}
