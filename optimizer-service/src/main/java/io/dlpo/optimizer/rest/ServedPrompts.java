package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.core.registry.RegisteredVersion;
import io.dlpo.optimizer.store.BoundedCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Keeps the prompts that applications read as they are sent, each for a second: however often a
 * prompt is read, a process queries the database for it about once a second. Thread-safe.
 */
@ApplicationScoped
class ServedPrompts {

  /** A moved label is seen after this time, plus the time that the reader keeps a response. */
  private static final Duration AGE = Duration.ofSeconds(1);

  private static final long BYTES = 16 * 1024 * 1024;

  private final PromptLookup prompts;
  private final ObjectMapper json;
  private final BoundedCache<PromptQuery, ServedPrompt> cache =
      new BoundedCache<>(BYTES, served -> served.body().length, AGE);

  ServedPrompts(PromptLookup prompts, ObjectMapper json) {
    this.prompts = prompts;
    this.json = json;
  }

  /** Returns what a reader asks for. Blocks if it is not cached. */
  ServedPrompt find(PromptQuery query) {
    return cache
        .find(query)
        .orElseGet(
            () -> {
              ServedPrompt served = ServedPrompt.of(written(prompts.find(query)));
              cache.put(query, served);
              return served;
            });
  }

  private byte[] written(RegisteredVersion version) {
    try {
      return json.writeValueAsBytes(PromotedPromptBody.of(version));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write prompt " + version.name(), e);
    }
  }
}
