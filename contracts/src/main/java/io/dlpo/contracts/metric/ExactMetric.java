package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer equals the reference, white space folded.
 *
 * @param ignoreCase whether upper and lower case are the same; false if absent
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
    return reference.isBlank()
        ? Optional.of("is blank; allowed is any other text")
        : Optional.empty();
  }
}
