package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;

/**
 * The number rule of the authors' code, for comparison with {@link NumberMetric}: the first or the
 * last row of digits in the whole reply is the reference's number, sign and decimals aside. So -5
 * is 5, 3.5 is 3, and a right number that is only passed on the way may count.
 */
@JsonTypeName("reference-number")
public record ReferenceNumberMetric() implements RuleMetric {

  /** The same as for {@link NumberMetric}, so that one reply can be scored by both. */
  @Override
  public String answerFormat() {
    return new NumberMetric().answerFormat();
  }

  @Override
  public Optional<String> problemWith(String reference) {
    return DigitRows.lastNumber(reference).isPresent()
        ? Optional.empty()
        : Optional.of("has no number; allowed is a text with one in digits, such as 42");
  }
}
