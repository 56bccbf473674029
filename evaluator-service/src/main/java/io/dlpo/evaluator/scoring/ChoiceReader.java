package io.dlpo.evaluator.scoring;

import io.dlpo.contracts.metric.ChoiceMetric;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads which option an answer names: alone, with text behind it, or as in {@code Option B}. */
final class ChoiceReader {

  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?:so|thus|hence|therefore),?\\s+)?(?:the\\s+)?(?:(?:final|correct)\\s+)?"
              + "(?:answer|option|choice|letter)(?:\\s+is)?:?\\s+",
          Pattern.CASE_INSENSITIVE);

  /** What separates an option from the text behind it. */
  private static final Pattern SEPARATOR =
      Pattern.compile("[)\\]}>.,:;](?=\\s)|\\s[-\u2013\u2014](?=\\s)");

  private ChoiceReader() {}

  /** The option that an answer names; empty if it names none, or more than one. */
  static Optional<String> read(List<String> options, AnswerLine line) {
    return line.readings().reversed().stream()
        .map(
            reading ->
                LatexText.plain(reading)
                    .replaceAll("[*_`]{1,3}(?=\\p{L})|(?<=\\p{L})[*`]{1,3}", ""))
        .map(reading -> LEAD.matcher(reading).replaceFirst(""))
        .flatMap(reading -> alone(options, reading).or(() -> withText(options, reading)).stream())
        .findFirst();
  }

  private static Optional<String> alone(List<String> options, String text) {
    return options.stream().filter(option -> ChoiceMetric.same(option, text)).findFirst();
  }

  private static Optional<String> withText(List<String> options, String text) {
    return SEPARATOR
        .matcher(text)
        .results()
        .flatMap(
            separator ->
                alone(options, text.substring(0, separator.start()))
                    .filter(
                        option -> namesNoOther(options, option, text.substring(separator.end())))
                    .stream())
        .findFirst();
  }

  /** A letter counts as an option in upper case only: "a" is mostly an article. */
  private static boolean namesNoOther(List<String> options, String named, String text) {
    return options.stream()
        .filter(option -> !option.equals(named))
        .map(option -> option.replaceAll("^[(\\[{<]|[)\\]}>.]$", ""))
        .noneMatch(
            option ->
                Pattern.compile(
                        "(?<!\\p{L})" + Pattern.quote(option) + "(?!\\p{L})",
                        option.length() == 1 ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text)
                    .find());
  }
}
