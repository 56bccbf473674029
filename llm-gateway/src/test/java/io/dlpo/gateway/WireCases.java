package io.dlpo.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dlpo.testing.model.ModelRequestSeen;
import io.dlpo.testing.model.ScriptedReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Replies of real endpoints, by name. */
final class WireCases {

  private static final JsonMapper MAPPER = new JsonMapper();

  private WireCases() {}

  /** The replies of a case, in order; the last one is repeated. */
  static Function<ModelRequestSeen, ScriptedReply> script(String name) {
    List<ScriptedReply> replies = replies(name);
    AtomicInteger asked = new AtomicInteger();
    return request -> replies.get(Math.min(asked.getAndIncrement(), replies.size() - 1));
  }

  private static List<ScriptedReply> replies(String name) {
    try (InputStream file =
        Objects.requireNonNull(WireCases.class.getResourceAsStream("/wire.jsonl"))) {
      for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        JsonNode wire = MAPPER.readTree(line);
        if (wire.path("name").asText().equals(name)) {
          return StreamSupport.stream(wire.path("replies").spliterator(), false)
              .map(
                  reply ->
                      ScriptedReply.raw(
                          reply.path("status").asInt(), reply.path("body").toString()))
              .toList();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException("there is no case " + name);
  }
}
