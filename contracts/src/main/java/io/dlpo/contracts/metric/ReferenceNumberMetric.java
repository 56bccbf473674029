package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;

/**
 * The number rule of the authors' code, for comparison with {@link NumberMetric}: the first or the
 * last sequence of digits in the whole reply equals the reference, ignoring sign and decimals. So
 * -5 counts as 5 and 3.5 as 3, and a right number that is only mentioned may count.
 */
@JsonTypeName("reference-number")
public record ReferenceNumberMetric() implements RuleMetric {

  /** The same as for {@link NumberMetric}, so that both can score the same reply. */
  @Override
  public String answerFormat() {
    return new NumberMetric().answerFormat();
  }

  @Override
  public Optional<String> problemWith(String reference) {
    return DigitSequences.lastNumber(reference).isPresent()
        ? Optional.empty()
        : Optional.of("has no number; use a text with a number in digits, such as 42");
  }
}
