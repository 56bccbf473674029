package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The answer is the last match of a regular expression in the reply: its first group, or the whole
 * match if it has none. It must equal the reference; white space is normalized.
 *
 * @param pattern the expression in Java's syntax, at most {@value #MAX_PATTERN} characters
 */
@JsonTypeName("regex")
public record RegexMetric(String pattern) implements RuleMetric {

  public static final int MAX_PATTERN = 1000;

  public RegexMetric {
    if (pattern == null || pattern.isEmpty() || pattern.length() > MAX_PATTERN) {
      throw new IllegalArgumentException(
          "metric.pattern is '" + pattern + "'; use an expression of 1 to 1000 characters");
    }
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "metric.pattern is '" + pattern + "'; invalid regular expression: " + e.getDescription(),
          e);
    }
  }

  @Override
  public String answerFormat() {
    return "";
  }

  @Override
  public Optional<String> problemWith(String reference) {
    return reference.isBlank() ? Optional.of("is blank; use any other text") : Optional.empty();
  }
}
