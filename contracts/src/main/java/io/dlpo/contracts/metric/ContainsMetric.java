package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reply contains the reference anywhere; white space is normalized. Requires no answer format.
 *
 * @param ignoreCase whether case is ignored; false if absent
 */
@JsonTypeName("contains")
public record ContainsMetric(@Nullable Boolean ignoreCase) implements RuleMetric {

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
