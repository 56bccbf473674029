package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer equals the reference; white space is normalized.
 *
 * @param ignoreCase whether case is ignored; false if absent
 */
@JsonTypeName("exact")
public record ExactMetric(@Nullable Boolean ignoreCase) implements RuleMetric {

  @Override
  public String answerFormat() {
    return "End your reply with a line of its own: \"Answer: \" followed by the answer and nothing"
        + " else.";
  }

  @Override
  public Optional<String> problemWith(String reference) {
    return reference.isBlank() ? Optional.of("is blank; use any other text") : Optional.empty();
  }
}
