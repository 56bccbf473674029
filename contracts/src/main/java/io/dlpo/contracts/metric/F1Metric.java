package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;

/**
 * How far the words of the answer and of the reference are the same: F1 over their tokens as in
 * SQuAD, 0 to 1. Case, punctuation, articles and the order of the words don't matter.
 */
@JsonTypeName("f1")
public record F1Metric() implements RuleMetric {

  @Override
  public String answerFormat() {
    return "End your reply with a line of its own: \"Answer: \" followed by the answer, as short as"
        + " it can be, and nothing else.";
  }

  @Override
  public Optional<String> problemWith(String reference) {
    return AnswerTokens.of(reference).isEmpty()
        ? Optional.of(
            "has no word but articles and punctuation; allowed is a text with one word or more")
        : Optional.empty();
  }
}
