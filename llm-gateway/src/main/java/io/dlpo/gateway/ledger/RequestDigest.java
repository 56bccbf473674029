package io.dlpo.gateway.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.contracts.prompt.MessageRole;
import io.dlpo.contracts.prompt.PromptMessage;
import io.dlpo.gateway.ModelRequest;
import io.dlpo.gateway.ReplyForm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key of a request in the ledger: a SHA-256 of everything that determines the reply, as it was
 * asked for, whatever of it the endpoint takes.
 */
public final class RequestDigest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RequestDigest() {}

  /** The key in hex. */
  public static String of(ModelRequest request) {
    Engine engine = request.engine();
    List<@Nullable Object> content =
        new ArrayList<>(
            Arrays.asList(
                engine.model(),
                engine.temperature(),
                engine.maxTokens(),
                engine.topP(),
                engine.seed()));
    content.addAll(messages(request.messages()));
    content.add(request.attempt());
    content.add(request.ledgerScope());
    Map<String, Object> additions = additions(request);
    if (!additions.isEmpty()) {
      content.add(additions);
    }
    try {
      // A JSON array separates its elements, so different requests cannot have the same text.
      byte[] canonical = MAPPER.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
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

  /**
   * What is part of the key only if it is set, so that the keys of other requests stay the same.
   */
  private static Map<String, Object> additions(ModelRequest request) {
    Map<String, Object> additions = new LinkedHashMap<>();
    if (request.engine().endpoint() != null) {
      additions.put("endpoint", request.engine().endpoint());
    }
    if (request.engine().reasoningEffort() != null) {
      additions.put("reasoningEffort", request.engine().reasoningEffort());
    }
    ReplyForm form = request.form();
    if (form != null) {
      additions.put("form", List.of(form.name(), form.schema()));
    }
    return additions;
  }
}
