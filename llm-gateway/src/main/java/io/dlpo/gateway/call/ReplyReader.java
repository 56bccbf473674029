package io.dlpo.gateway.call;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.TokenUsage;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.endpoint.EndpointAccess;
import io.dlpo.gateway.ledger.LedgerEntry;
import io.dlpo.gateway.parameter.Adaptation;
import io.dlpo.gateway.rate.TokenEstimate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the reply to a request. Pure.
 *
 * @param adaptation how the request was adapted to the model
 * @param access where it was sent
 */
record ReplyReader(ModelRequest request, Adaptation adaptation, EndpointAccess access) {

  /** The entry for the ledger. Tokens that the endpoint does not count are estimated. */
  LedgerEntry read(ChatResponse response, long millis) {
    String text = response.aiMessage().text();
    String reply = text == null ? "" : text;
    TokenUsage usage = response.tokenUsage();
    long input = tokens(usage == null ? null : usage.inputTokenCount());
    long output = tokens(usage == null ? null : usage.outputTokenCount());
    FinishReason finish = finish(response);
    boolean estimated = input == 0 || output == 0;
    return new LedgerEntry(
        request.requester(),
        reply,
        finish,
        input == 0 ? TokenEstimate.input(request) : input,
        output == 0 ? TokenEstimate.output(request, reply, finish) : output,
        millis,
        estimated,
        notes(estimated));
  }

  private List<String> notes(boolean estimated) {
    List<String> notes = new ArrayList<>(adaptation.notes(request, access));
    if (estimated) {
      notes.add(
          "%s does not report its tokens; they are estimated."
              .formatted(Adaptation.named(request, access)));
    }
    return notes;
  }

  private static FinishReason finish(ChatResponse response) {
    return switch (response.finishReason()) {
      case STOP -> FinishReason.STOP;
      case LENGTH -> FinishReason.LENGTH;
      case null, default -> FinishReason.OTHER;
    };
  }

  private static long tokens(@Nullable Integer count) {
    return count == null ? 0 : Math.max(0, count);
  }
}
