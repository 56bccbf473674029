package io.dlpo.gateway.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.prompt.MessageRole;
import io.dlpo.contracts.prompt.PromptMessage;
import io.dlpo.gateway.ModelRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The key of a request in the ledger: a SHA-256 of everything that determines the reply. */
public final class RequestDigest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RequestDigest() {}

  /** The key in hex. */
  public static String of(ModelRequest request) {
    Engine engine = request.engine();
    List<@Nullable Object> parts =
        new ArrayList<>(
            Arrays.asList(
                engine.model(),
                engine.temperature(),
                engine.maxTokens(),
                engine.topP(),
                engine.seed()));
    parts.addAll(messages(request.messages()));
    parts.add(request.attempt());
    parts.add(request.ledgerScope());
    try {
      // A JSON array separates its elements, so different requests cannot have the same text.
      byte[] canonical = MAPPER.writeValueAsString(parts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("cannot compute the digest of a request", e);
    }
  }

  /** A system and a user message are two texts, as before requests had other messages. */
  private static List<Object> messages(List<PromptMessage> messages) {
    List<MessageRole> roles = messages.stream().map(PromptMessage::role).toList();
    return roles.equals(List.of(MessageRole.SYSTEM, MessageRole.USER))
        ? List.of(messages.get(0).content(), messages.get(1).content())
        : List.of(
            messages.stream()
                .map(message -> List.of(message.role().toString(), message.content()))
                .toList());
  }
}
