package io.dlpo.core.fork;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The spec of a fork: its parent's spec with changed values.
 *
 * @param parent the resolved spec of the parent
 * @param step the parent's step after which the fork continues, from 1
 */
public record ForkSpec(ObjectNode parent, int step) {

  private static final String ANNEALING = "optimizer.annealing";
  private static final String STEPS = "optimizer.steps";
  private static final String BUDGET = "budget";
  private static final List<String> WHOLE =
      List.of("optimizer", "engines", BUDGET, ANNEALING, "stop");

  /**
   * The parent's spec with changed values. Does not check that the keys exist and that their values
   * are valid; reading the spec does that.
   *
   * @param values by key, such as {@code seed} or {@code optimizer.annealing.temperature}
   * @throws RefusedException listing every value that cannot be changed during a run; also if the
   *     parent has several chains
   */
  public ObjectNode with(Map<String, JsonNode> values) {
    List<Problem> problems = new ArrayList<>();
    int chains = at(ANNEALING + ".chains").asInt(1);
    if (chains > 1) {
      problems.add(
          Problem.of(
              ANNEALING + ".chains",
              String.valueOf(chains),
              "1 in a run that is forked: at the end of a step, other chains are within theirs; begin"
                  + " a new run with another seed"));
    }
    ObjectNode spec = parent.deepCopy();
    values.forEach(
        (key, value) ->
            problem(key, value).or(() -> set(spec, key, value)).ifPresent(problems::add));
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    return spec;
  }

  private Optional<Problem> problem(String key, JsonNode value) {
    if (key.isBlank() || List.of(key.split("\\.", -1)).contains("")) {
      return Optional.of(
          Problem.of("set", key, "a key such as seed or optimizer.annealing.temperature"));
    }
    Optional<Fixed> fixed = Fixed.of(key);
    if (fixed.isPresent()) {
      return Optional.of(unchangeable(key, value, fixed.get().reason()));
    }
    if (WHOLE.contains(key)) {
      return Optional.of(
          Problem.of(key, value.toString(), "changed by its keys, such as " + inside(key)));
    }
    if (key.startsWith(ANNEALING + ".") && !at(ANNEALING).isObject()) {
      return Optional.of(
          unchangeable(
              key, value, "annealing is off, so no prompt is scored that it could compare"));
    }
    if (key.startsWith(BUDGET + ".") && !at(BUDGET).isObject()) {
      return Optional.of(
          unchangeable(key, value, "the run has no budget, so its calls so far were not counted"));
    }
    boolean tooFew = key.equals(STEPS) && value.isIntegralNumber() && value.asLong() < step;
    return tooFew
        ? Optional.of(
            Problem.of(
                key, value.asText(), "%d or more, the number of completed steps".formatted(step)))
        : Optional.empty();
  }

  private static String inside(String key) {
    return switch (key) {
      case BUDGET -> "budget.calls";
      case "engines" -> "engines.backward.model";
      case ANNEALING -> "optimizer.annealing.temperature";
      case "stop" -> "stop.patience";
      default -> STEPS;
    };
  }

  private static Problem unchangeable(String key, JsonNode value, String reason) {
    return new Problem(
        key,
        value.toString(),
        "the value that the run has",
        "%s is %s; it cannot be changed during a run: %s".formatted(key, value, reason));
  }

  private JsonNode at(String key) {
    return parent.at("/" + key.replace('.', '/'));
  }

  /** Setting a key of a technique that is off (written as false) turns it on. */
  private static Optional<Problem> set(ObjectNode spec, String key, JsonNode value) {
    String[] names = key.split("\\.", -1);
    ObjectNode section = spec;
    for (int i = 0; i < names.length - 1; i++) {
      JsonNode next = section.path(names[i]);
      if (next.isMissingNode() || next.isBoolean()) {
        next = section.putObject(names[i]);
      }
      if (!(next instanceof ObjectNode inner)) {
        String outer = String.join(".", List.of(names).subList(0, i + 1));
        return Optional.of(Problem.of(key, value.toString(), "omitted: " + outer + " has no keys"));
      }
      section = inner;
    }
    section.set(names[names.length - 1], value);
    return Optional.empty();
  }
}
