package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a JSON body and collects everything that is wrong with them. */
final class BodyFields {

  private final JsonNode body;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param keys the allowed keys
   * @throws RefusedException if the body is no JSON object
   */
  BodyFields(byte[] sent, List<String> keys) {
    this.body = SpecBody.read(sent, false);
    String allowed = String.join(", ", keys);
    if (!body.isObject()) {
      throw new RefusedException(
          Problem.of(
              "body",
              body.isMissingNode() ? null : body.toString(),
              "an object with the keys " + allowed));
    }
    body.properties()
        .forEach(
            field -> {
              if (!keys.contains(field.getKey())) {
                problems.add(
                    new Problem(
                        field.getKey(),
                        field.getValue().toString(),
                        allowed,
                        field.getKey() + " is an unknown key; must be " + allowed));
              }
            });
  }

  /**
   * A text in a type of its own; null if it is missing or wrong.
   *
   * @param type throws IllegalArgumentException for a wrong text
   * @param allowed description of a right text
   */
  <T> @Nullable T text(String key, Function<String, T> type, String allowed) {
    JsonNode field = body.path(key);
    if (!isGiven(field)) {
      return null;
    }
    try {
      if (field.isTextual()) {
        return type.apply(field.textValue());
      }
    } catch (IllegalArgumentException e) {
      // The problem says what is allowed.
    }
    problems.add(Problem.of(key, shown(field), allowed));
    return null;
  }

  /** A whole number; null if it is missing or wrong. */
  @Nullable Integer number(String key, String allowed) {
    JsonNode field = body.path(key);
    if (!isGiven(field)) {
      return null;
    }
    if (field.isIntegralNumber() && field.canConvertToInt()) {
      return field.intValue();
    }
    problems.add(Problem.of(key, shown(field), allowed));
    return null;
  }

  /** Whether a field is true; false if it is missing or wrong. */
  boolean flag(String key) {
    JsonNode field = body.path(key);
    if (isGiven(field) && !field.isBoolean()) {
      problems.add(Problem.of(key, shown(field), "true or false"));
    }
    return field.asBoolean();
  }

  /** Reports a missing field as a problem. */
  void require(String key, String allowed) {
    if (!isGiven(body.path(key))) {
      problems.add(Problem.of(key, null, allowed));
    }
  }

  /**
   * Ends the reading.
   *
   * @throws RefusedException naming everything that is wrong
   */
  void refuseIfWrong() {
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
  }

  private static String shown(JsonNode field) {
    return field.isTextual() ? field.textValue() : field.toString();
  }

  private static boolean isGiven(JsonNode field) {
    return !field.isMissingNode() && !field.isNull();
  }
}
