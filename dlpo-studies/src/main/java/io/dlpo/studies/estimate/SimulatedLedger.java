package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.studies.estimate.Stage.Role;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What has been asked and paid for in one rehearsal. Not thread-safe. */
final class SimulatedLedger {

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

  private final Meter meter;
  private final Map<Key, Reply> replies = new HashMap<>();
  private final Map<Stage, Usage> spent = new EnumMap<>(Stage.class);

  SimulatedLedger(Meter meter) {
    this.meter = meter;
  }

  /** The reply to a request; only the first of equal requests is paid for. */
  Reply ask(Stage stage, Request request, int hidden, Supplier<String> model) {
    Key key = Key.of(stage.role(), request);
    Reply known = replies.get(key);
    Reply reply = known == null ? paid(stage, request, hidden, model.get()) : repeated(known);
    replies.putIfAbsent(key, reply);
    spent.merge(stage, Usage.of(reply.call()), Usage::plus);
    return reply;
  }

  private Reply paid(Stage stage, Request request, int hidden, String text) {
    long input = meter.of(stage.role(), request);
    long output = meter.ofReply(stage.role(), text) + hidden;
    return new Reply(text, new ModelCall(true, input, output, 0));
  }

  /** The ledger says how long a reply is, too: a budget counts that. */
  private static Reply repeated(Reply known) {
    ModelCall call = known.call();
    return new Reply(
        known.text(), new ModelCall(false, call.inputTokens(), call.outputTokens(), 0));
  }

  /** Calls and tokens by stage; stages without any call are missing. */
  Map<Stage, Usage> spent() {
    return Map.copyOf(spent);
  }
}
