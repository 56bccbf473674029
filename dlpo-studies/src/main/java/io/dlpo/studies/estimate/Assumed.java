package io.dlpo.studies.estimate;

import java.util.Objects;

/**
 * A value that is assumed.
 *
 * @param value within the assumption's bounds
 * @param source where it is from, in words
 */
public record Assumed(double value, String source) {

  public Assumed {
    Objects.requireNonNull(source, "Assumed.source is missing");
  }
}
