package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The ledger of one simulated run: which requests were sent and paid for. Not thread-safe. */
final class SimulatedLedger {

  /**
   * A request to one of the models.
   *
   * @param request the request, or a digest of it if it is long
   */
  private record Key(ModelRole role, Object request) {

    static Key of(ModelRole role, SimulatedRequest request) {
      return role == ModelRole.FORWARD ? new Key(role, request) : new Key(role, digest(request));
    }

    private static UUID digest(SimulatedRequest request) {
      String text = request.ownCharacters() + "\n" + request.system() + "\n" + request.user();
      return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * A model's reply.
   *
   * @param text the text of the reply
   * @param call its usage
   */
  record Reply(String text, ModelCall call) {}

  private final TokenMeter meter;
  private final Map<Key, Reply> replies = new HashMap<>();
  private final Map<CallPurpose, Usage> spent = new EnumMap<>(CallPurpose.class);

  SimulatedLedger(TokenMeter meter) {
    this.meter = meter;
  }

  /** The reply to a request. Only the first of several equal requests is paid for. */
  Reply ask(CallPurpose stage, SimulatedRequest request, int hidden, Supplier<String> model) {
    Key key = Key.of(ModelRole.of(stage), request);
    Reply known = replies.get(key);
    Reply reply = known == null ? paid(stage, request, hidden, model.get()) : repeated(known);
    replies.putIfAbsent(key, reply);
    spent.merge(stage, Usage.of(reply.call()), Usage::plus);
    return reply;
  }

  private Reply paid(CallPurpose stage, SimulatedRequest request, int hidden, String text) {
    long input = meter.of(ModelRole.of(stage), request);
    long output = meter.ofReply(ModelRole.of(stage), text) + hidden;
    return new Reply(text, new ModelCall(true, input, output, 0));
  }

  /** A cached reply keeps its token counts, because they count towards a budget. */
  private static Reply repeated(Reply known) {
    ModelCall call = known.call();
    return new Reply(
        known.text(), new ModelCall(false, call.inputTokens(), call.outputTokens(), 0));
  }

  /** Usage by stage, without stages that made no call. */
  Map<CallPurpose, Usage> spent() {
    return Map.copyOf(spent);
  }
}
