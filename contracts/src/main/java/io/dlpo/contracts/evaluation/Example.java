package io.dlpo.contracts.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a dataset.
 *
 * @param id id of the row within its dataset, up to {@value #MAX_ID} characters, since it is part
 *     of keys
 * @param input the input for the model; empty if the variables of the prompt are all of it
 * @param reference the reference answer; never part of a forward request
 * @param fields the values of the prompt's variables by name, in the order of the prompt; null if
 *     it has none
 */
public record Example(
    String id, String input, String reference, @Nullable Map<String, String> fields) {

  public static final int MAX_ID = 500;

  public Example {
    if (id == null || id.isBlank()) {
      throw new IllegalArgumentException("Example.id is '" + id + "'; it must not be blank");
    }
    if (id.length() > MAX_ID) {
      throw new IllegalArgumentException(
          "Example.id has %d characters; the maximum is %d".formatted(id.length(), MAX_ID));
    }
    Objects.requireNonNull(input, "Example.input is missing");
    Objects.requireNonNull(reference, "Example.reference is missing");
    if (fields != null) {
      // Keeps the order: equal events must have equal bytes.
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** An example of a prompt without variables. */
  public Example(String id, String input, String reference) {
    this(id, input, reference, null);
  }

  /**
   * What was asked, for a reader: the input, then a line {@code name: value} for each field. The
   * input alone if there are no fields.
   */
  public String question() {
    if (fields == null) {
      return input;
    }
    return Stream.concat(
            input.isEmpty() ? Stream.empty() : Stream.of(input),
            fields.entrySet().stream().map(field -> field.getKey() + ": " + field.getValue()))
        .collect(Collectors.joining("\n"));
  }
}
