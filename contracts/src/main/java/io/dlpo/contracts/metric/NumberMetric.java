package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;

/** The answer is a number, equal to the reference as a decimal: 12, 12.0 and 1.2e1 are the same. */
@JsonTypeName("number")
public record NumberMetric() implements RuleMetric {

  @Override
  public String answerFormat() {
    return "End your reply with a line of its own: \"Answer: \" followed by the number, in digits,"
        + " and nothing else.";
  }

  @Override
  public Optional<String> problemWith(String reference) {
    return Numeral.parse(reference).isPresent()
        ? Optional.empty()
        : Optional.of("is not a number; use one number in digits, such as 42, -3.5 or 1,000");
  }
}
