package io.dlpo.contracts.prompt;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a prompt, such as {@code {{question}}}. Each names a column of the dataset. A
 * name begins with a letter or underscore and goes on with letters, digits, blanks and {@code _ .
 * -}; anything else in double braces is text.
 */
public final class PromptVariables {

  /** A variable; group 1 is its name. */
  public static final Pattern PATTERN =
      Pattern.compile(
          "\\{\\{\\s*([\\p{L}_](?:[\\p{L}\\p{M}\\p{N}_. -]*[\\p{L}\\p{M}\\p{N}_.-])?)\\s*}}");

  private PromptVariables() {}

  /** The names of all variables, each once, in order. */
  public static List<String> names(String text) {
    return PATTERN.matcher(text).results().map(found -> found.group(1)).distinct().toList();
  }

  /** Writes the braces of each variable without blanks. */
  public static String normalized(String text) {
    return PATTERN
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement("{{" + found.group(1) + "}}"));
  }

  /**
   * Replaces each variable by its value, in one pass: braces in a value stay as they are. A
   * variable without a value stays, too.
   */
  public static String fill(String text, Map<String, String> values) {
    return PATTERN
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }
}
