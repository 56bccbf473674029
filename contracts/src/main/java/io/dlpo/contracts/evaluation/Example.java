package io.dlpo.contracts.evaluation;

import java.util.Objects;

/**
 * One row of a dataset.
 *
 * @param id names the row within its dataset
 * @param input what the model is asked
 * @param reference the right answer; never part of a forward request
 */
public record Example(String id, String input, String reference) {

  public Example {
    if (id == null || id.isBlank()) {
      throw new IllegalArgumentException("Example.id is '" + id + "'; it must not be blank");
    }
    Objects.requireNonNull(input, "Example.input is missing");
    Objects.requireNonNull(reference, "Example.reference is missing");
  }
}
