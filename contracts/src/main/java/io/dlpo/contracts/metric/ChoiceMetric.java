package io.dlpo.contracts.metric;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The answer is one of several options. Case, surrounding brackets and a final punctuation mark are
 * ignored.
 *
 * @param options the possible answers, 2 to {@value #MAX_OPTIONS}, such as Yes and No or (A) to (E)
 */
@JsonTypeName("choice")
public record ChoiceMetric(List<String> options) implements RuleMetric {

  public static final int MAX_OPTIONS = 50;

  private static final Pattern AROUND = Pattern.compile("^[(\\[{<\\s]+|[)\\]}>.,;:!?\u3002\\s]+$");

  public ChoiceMetric {
    options = options == null ? List.of() : List.copyOf(options);
    if (options.size() < 2 || options.size() > MAX_OPTIONS) {
      throw new IllegalArgumentException(
          "metric.options has " + options.size() + " entries; it must have 2 to " + MAX_OPTIONS);
    }
  }

  @Override
  public String answerFormat() {
    return "End your reply with a line of its own: \"Answer: \" followed by one of these and nothing"
        + " else: "
        + String.join(", ", options)
        + ".";
  }

  @Override
  public Optional<String> problemWith(String reference) {
    return options.stream().anyMatch(option -> same(option, reference))
        ? Optional.empty()
        : Optional.of("is not one of the options: " + String.join(", ", options));
  }

  /** Whether two texts name the same option. */
  public static boolean same(String one, String other) {
    return folded(bare(one)).equals(folded(bare(other)));
  }

  // Upper case first: the upper case of ß is SS.
  private static String folded(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static String bare(String text) {
    return AROUND.matcher(NormalizedText.of(text)).replaceAll("");
  }
}
