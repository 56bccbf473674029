package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.core.run.RunSettings;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts the tokens of a run's models. Caches the counts of the forward model's inputs and answers
 * across all simulated runs, and the count of the last prompt. Not thread-safe.
 */
final class TokenMeter {

  private static final long KEPT_CHARACTERS = 20_000_000;
  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final Map<ModelRole, TokenCounter> counters = new EnumMap<>(ModelRole.class);
  private final Map<ModelRole, Integer> limits = new EnumMap<>(ModelRole.class);
  private final Map<String, Long> known = new HashMap<>();
  private long knownCharacters;
  private @Nullable ModelRole lastRole;
  private @Nullable String lastSystem;
  private long lastCount;

  TokenMeter(RunSettings settings) {
    for (ModelRole role : ModelRole.values()) {
      role.engine(settings).ifPresent(engine -> add(role, engine));
    }
  }

  private void add(ModelRole role, Engine engine) {
    counters.put(role, TokenCounters.of(engine.model()));
    limits.put(role, engine.maxTokens() == null ? UNLIMITED : engine.maxTokens());
  }

  /** The token counter of a model. */
  TokenCounter counter(ModelRole role) {
    return Objects.requireNonNull(counters.get(role), "there is no judge");
  }

  /** The tokens of a request. */
  long of(ModelRole role, SimulatedRequest request) {
    if (!request.system().equals(lastSystem) || role != lastRole) {
      lastRole = role;
      lastSystem = request.system();
      lastCount = counter(role).count(lastSystem);
    }
    return lastCount
        + question(role, request.user())
        + counter(role).ofCharacters(request.ownCharacters())
        + counter(role).perRequest();
  }

  private long question(ModelRole role, String text) {
    return role == ModelRole.FORWARD ? remembered(text) : counter(role).count(text);
  }

  /** The tokens of a reply, capped at the model's limit. */
  long ofReply(ModelRole role, String text) {
    return Math.min(question(role, text), limit(role));
  }

  private long remembered(String text) {
    Long count = known.get(text);
    if (count != null) {
      return count;
    }
    knownCharacters += text.length();
    if (knownCharacters > KEPT_CHARACTERS) {
      known.clear();
      knownCharacters = text.length();
    }
    long counted = counter(ModelRole.FORWARD).count(text);
    known.put(text, counted);
    return counted;
  }

  /** A placeholder text with this number of tokens, capped at the model's limit. */
  String text(ModelRole role, int count) {
    return counter(role).text(Math.min(count, limit(role)));
  }

  private int limit(ModelRole role) {
    return limits.getOrDefault(role, UNLIMITED);
  }
}
