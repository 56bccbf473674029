package io.dlpo.gateway.parameter;

import io.dlpo.contracts.evaluation.Engine;
import io.dlpo.gateway.ModelRequest;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A parameter that a model may not take. Of two that exclude each other, the first one in this
 * order is given up.
 */
public enum ModelParameter {
  RESPONSE_FORMAT(
      "response_format", "response[_ -]?format|json_schema|json_object|json schema|grammar"),
  /** Ollama calls it thinking, or think. */
  REASONING_EFFORT(
      "reasoning_effort",
      "reasoning[_ .-]?effort|support (?:thinking|reasoning)|think(?:ing)? value"),
  SEED("seed", "seed"),
  TOP_P("top_p", "top[_ -]?p"),
  TEMPERATURE("temperature", "temperature"),
  MAX_TOKENS("max_tokens", "max[_ -]?(?:completion[_ -]?)?tokens");

  private final String label;
  private final Pattern name;

  ModelParameter(String label, String names) {
    this.label = label;
    this.name =
        Pattern.compile(
            "(?<![A-Za-z0-9_])(?:" + names + ")(?![A-Za-z0-9_])", Pattern.CASE_INSENSITIVE);
  }

  /** Its name in a request. */
  public String label() {
    return label;
  }

  /** Where a text names it first; empty if it does not. */
  OptionalInt in(String text) {
    Matcher named = name.matcher(text);
    return named.find() ? OptionalInt.of(named.start()) : OptionalInt.empty();
  }

  /** Whether a request sets it. */
  boolean isSetIn(ModelRequest request) {
    Engine engine = request.engine();
    return switch (this) {
      case RESPONSE_FORMAT -> request.form() != null;
      case REASONING_EFFORT -> engine.reasoningEffort() != null;
      case SEED -> engine.seed() != null;
      case TOP_P -> engine.topP() != null;
      case TEMPERATURE -> engine.temperature() != null;
      case MAX_TOKENS -> engine.maxTokens() != null;
    };
  }
}
