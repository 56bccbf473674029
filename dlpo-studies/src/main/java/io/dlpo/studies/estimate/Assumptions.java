package io.dlpo.studies.estimate;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The assumptions of an estimate.
 *
 * @param all every assumption with its value and origin
 */
public record Assumptions(Map<Assumption, AssumedValue> all) {

  private static final String GIVEN = "given";

  public Assumptions {
    EnumMap<Assumption, AssumedValue> sorted = new EnumMap<>(Assumption.class);
    for (Assumption assumption : Assumption.values()) {
      AssumedValue assumed = all.get(assumption);
      if (assumed == null) {
        throw new IllegalArgumentException(
            assumption.key() + " is missing; must be " + assumption.allowed());
      }
      assumption.checked(assumed.value());
      sorted.put(assumption, assumed);
    }
    all = Collections.unmodifiableMap(sorted);
  }

  /** The value of an assumption. */
  public double value(Assumption assumption) {
    return all.get(assumption).value();
  }

  /** The value of an assumption that counts tokens. */
  int tokens(Assumption assumption) {
    return (int) Math.round(value(assumption));
  }

  /** These assumptions, overridden by others. */
  Assumptions with(Map<Assumption, Double> values, String source) {
    Map<Assumption, AssumedValue> changed = new EnumMap<>(all);
    values.forEach((assumption, value) -> changed.put(assumption, new AssumedValue(value, source)));
    return new Assumptions(changed);
  }

  /**
   * These assumptions, overridden by those of a user.
   *
   * @param given such as {@code tokens.answer=300}
   * @throws RefusedException listing each invalid assumption
   */
  public Assumptions given(List<String> given) {
    Map<Assumption, Double> values = new EnumMap<>(Assumption.class);
    List<Problem> problems = new ArrayList<>();
    for (String text : given) {
      try {
        read(text, values);
      } catch (IllegalArgumentException e) {
        problems.add(
            new Problem("assume", text, "KEY=VALUE", "assume: " + String.valueOf(e.getMessage())));
      }
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    return with(values, GIVEN);
  }

  private static void read(String text, Map<Assumption, Double> values) {
    int sign = text.indexOf('=');
    String key = sign < 0 ? text : text.substring(0, sign);
    String value = sign < 0 ? "" : text.substring(sign + 1);
    Assumption assumption =
        Assumption.named(key)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'" + key + "' is not an assumption; use " + Assumption.keys()));
    try {
      values.put(assumption, assumption.checked(Double.parseDouble(value)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s is '%s'; must be %s".formatted(key, value, assumption.allowed()), e);
    }
  }
}
