package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dlpo.core.refusal.Problem;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One object of a spec, read strictly: a value of the wrong type or range is a problem, and so is
 * every key that nobody has asked for. After a problem the reading goes on with a stand-in, so that
 * all problems are told at once.
 */
final class Section {

  /** For a required text after its problem; no spec can hold it. */
  static final String STAND_IN = "\0";

  private final String path;
  private final JsonNode node;
  private final List<Problem> problems;
  private final Set<String> known = new LinkedHashSet<>();

  private Section(String path, JsonNode node, List<Problem> problems) {
    this.path = path;
    this.node = node;
    this.problems = problems;
  }

  /** The spec itself. */
  static Section root(JsonNode spec, List<Problem> problems) {
    Section root = new Section("", spec, problems);
    if (!spec.isObject()) {
      problems.add(Problem.of("spec", shown(spec), "an object with keys such as prompt"));
    }
    return root;
  }

  /** Whether the key is there and not null. */
  boolean has(String key) {
    known.add(key);
    return !node.path(key).isMissingNode() && !node.path(key).isNull();
  }

  /** Whether the key is there and is false: a technique that is switched off. */
  boolean isOff(String key) {
    return has(key) && node.path(key).isBoolean() && !node.path(key).booleanValue();
  }

  /** Whether the key is there and is true: a technique with its usual settings. */
  boolean isOn(String key) {
    return has(key) && node.path(key).isBoolean() && node.path(key).booleanValue();
  }

  /** An object within; an empty one if it is absent. */
  Section section(String key) {
    JsonNode value = has(key) ? node.path(key) : MissingNode.getInstance();
    if (!value.isMissingNode() && !value.isObject()) {
      refuse(key, "an object with keys");
      value = MissingNode.getInstance();
    }
    return new Section(name(key), value, problems);
  }

  /** A text that must be there and not be blank. */
  String requiredText(String key, String allowed) {
    String value = text(key, null);
    if (value == null || value.isBlank()) {
      refuseOnce(key, allowed);
      return STAND_IN;
    }
    return value;
  }

  /** A text. */
  @Nullable String text(String key, @Nullable String absent) {
    if (!has(key)) {
      return absent;
    }
    if (!node.path(key).isTextual()) {
      refuse(key, "a text");
      return absent;
    }
    if (node.path(key).textValue().indexOf('\0') >= 0) {
      refuse(key, "a text without the character NUL");
      return absent;
    }
    return node.path(key).textValue();
  }

  /** One of some words, in any case. */
  <E extends Enum<E>> E oneOf(String key, Class<E> type, E absent) {
    String value = text(key, absent.name());
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(value)) {
        return constant;
      }
    }
    refuse(
        key,
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(" or ")));
    return absent;
  }

  boolean truth(String key, boolean absent) {
    if (!has(key)) {
      return absent;
    }
    if (!node.path(key).isBoolean()) {
      refuse(key, "true or false");
      return absent;
    }
    return node.path(key).booleanValue();
  }

  /** A whole number from least to most. */
  int integer(String key, int least, int most, int absent) {
    if (!has(key)) {
      return absent;
    }
    JsonNode value = node.path(key);
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > most) {
      refuse(key, "a whole number from " + least + " to " + most);
      return absent;
    }
    return value.intValue();
  }

  /** A whole number that must be there. */
  int requiredInteger(String key, int least, int most) {
    if (!has(key)) {
      refuse(key, "a whole number from " + least + " to " + most);
    }
    return integer(key, least, most, least);
  }

  /** A whole number of 64 bits. */
  long seed(String key, long absent) {
    if (!has(key)) {
      return absent;
    }
    if (!node.path(key).isIntegralNumber() || !node.path(key).canConvertToLong()) {
      refuse(key, "a whole number of 64 bits");
      return absent;
    }
    return node.path(key).longValue();
  }

  /** A number within bounds. */
  @Nullable Double number(String key, Bounds bounds, @Nullable Double absent) {
    if (!has(key)) {
      return absent;
    }
    JsonNode value = node.path(key);
    if (!value.isNumber() || !bounds.hold(value.doubleValue())) {
      refuse(key, bounds.words());
      return absent;
    }
    return value.doubleValue();
  }

  /** An object as it stands; null if it is absent. */
  @Nullable JsonNode object(String key) {
    if (!has(key)) {
      return null;
    }
    if (!node.path(key).isObject()) {
      refuse(key, "an object with keys");
      return null;
    }
    return node.path(key);
  }

  /** An object whose values are numbers, by keys of the user's own; null if it is absent. */
  @Nullable Map<String, Double> numbers(String key, Bounds bounds) {
    if (!has(key)) {
      return null;
    }
    Section numbers = section(key);
    Map<String, Double> values = new TreeMap<>();
    numbers
        .node
        .fieldNames()
        .forEachRemaining(
            name -> {
              Double value = numbers.number(name, bounds, null);
              if (value == null && numbers.node.path(name).isNull()) {
                numbers.refuse(name, bounds.words());
              } else if (value != null) {
                values.put(name, value);
              }
            });
    return values;
  }

  /** A list of texts; null if it is absent. */
  @Nullable List<String> texts(String key) {
    if (!has(key)) {
      return null;
    }
    List<JsonNode> values = node.path(key).valueStream().toList();
    if (!node.path(key).isArray() || !values.stream().allMatch(JsonNode::isTextual)) {
      refuse(key, "a list of texts (put quotes around Yes, No and numbers)");
      return null;
    }
    return values.stream().map(JsonNode::textValue).toList();
  }

  void refuse(String key, String allowed) {
    JsonNode value = node.path(key);
    problems.add(Problem.of(name(key), value.isMissingNode() ? null : shown(value), allowed));
  }

  private void refuseOnce(String key, String allowed) {
    if (problems.stream().noneMatch(problem -> problem.key().equals(name(key)))) {
      refuse(key, allowed);
    }
  }

  /** Refuses all keys that were not asked for. */
  void end() {
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                problems.add(UnknownKey.problem(name(key), key, known));
              }
            });
  }

  private String name(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static String shown(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.toString();
  }
}
