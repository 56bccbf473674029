package io.dlpo.core.spec;

import io.dlpo.contracts.evaluation.Engine;
import java.util.Optional;

/** Reads {@code engines.forward} and {@code engines.backward}. */
final class EngineSection {

  private static final Bounds TEMPERATURE = new Bounds(t -> t >= 0 && t <= 2, "0 to 2");
  private static final Bounds TOP_P = new Bounds(p -> p > 0 && p <= 1, "over 0 up to 1");
  private static final int MOST_TOKENS = 1_000_000;

  private EngineSection() {}

  /** The engine; one that the spec leaves out is the default model at temperature 0. */
  static Engine read(Section engines, String key, Optional<String> model, String variable) {
    boolean given = engines.has(key);
    Section section = engines.section(key);
    if (!given) {
      if (model.isEmpty()) {
        engines.refuse(key, "{model: …}, or a model in the service's environment as " + variable);
      }
      return Engine.greedy(model.orElse("?"));
    }
    Engine engine =
        new Engine(
            section.requiredText("model", "the name of a model at the endpoint"),
            section.number("temperature", TEMPERATURE, null),
            section.has("maxTokens") ? section.integer("maxTokens", 1, MOST_TOKENS, 1) : null,
            section.number("topP", TOP_P, null),
            section.has("seed") ? section.seed("seed", 0) : null);
    section.end();
    return engine;
  }
}
