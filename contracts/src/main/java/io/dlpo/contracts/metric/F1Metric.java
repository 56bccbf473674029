package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;

/**
 * F1 score over the tokens of answer and reference as in SQuAD, 0 to 1. Case, punctuation, articles
 * and word order are ignored.
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
        ? Optional.of("has only articles and punctuation; use a text with at least one other word")
        : Optional.empty();
  }
}
