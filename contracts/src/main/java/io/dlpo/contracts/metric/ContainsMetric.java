package io.dlpo.contracts.metric;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reply contains the reference anywhere, white space folded; it asks for no answer format.
 *
 * @param ignoreCase whether upper and lower case are the same; false if absent
 */
public record ContainsMetric(@Nullable Boolean ignoreCase) implements Metric {

  @Override
  public String answerFormat() {
    return "";
  }

  @Override
  public Optional<String> problemWith(String reference) {
    return reference.isBlank()
        ? Optional.of("is blank; every reply contains it")
        : Optional.empty();
  }
}
