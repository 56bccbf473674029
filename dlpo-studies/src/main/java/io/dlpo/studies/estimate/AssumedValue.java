package io.dlpo.studies.estimate;

import java.util.Objects;

/**
 * The value of an assumption.
 *
 * @param value within the bounds of the assumption
 * @param source its origin, as a phrase
 */
public record AssumedValue(double value, String source) {

  public AssumedValue {
    Objects.requireNonNull(source, "AssumedValue.source is missing");
  }
}
