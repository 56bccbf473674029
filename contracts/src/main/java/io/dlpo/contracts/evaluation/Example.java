package io.dlpo.contracts.evaluation;

import java.util.Objects;

/**
 * One row of a dataset.
 *
 * @param id id of the row within its dataset, up to {@value #MAX_ID} characters, since it is part
 *     of keys
 * @param input the input for the model
 * @param reference the reference answer; never part of a forward request
 */
public record Example(String id, String input, String reference) {

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
  }
}
