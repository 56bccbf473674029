package io.dlpo.core.prompt;

import io.dlpo.contracts.prompt.PromptVariables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The template variables of a text, such as {@code {{question}}}, and its placeholders in single
 * braces, such as {@code {question}}. The argument of a LaTeX command is no placeholder.
 */
public final class TemplateVariables {

  private static final Pattern VARIABLE = PromptVariables.PATTERN;
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern COMMAND = Pattern.compile("(?<=\\\\[A-Za-z]{1,30})");

  private TemplateVariables() {}

  /** All occurrences of variables in order, including the braces. */
  public static List<String> in(String text) {
    return VARIABLE.matcher(text).results().map(found -> found.group()).toList();
  }

  /** All occurrences of placeholders in order, including the braces. */
  static List<String> placeholders(String text) {
    List<String> found = new ArrayList<>();
    Matcher braces = BRACES.matcher(text);
    int argument = -1;
    while (braces.find()) {
      int start = braces.start();
      if (start == argument || isArgument(text, start)) {
        argument = braces.end();
      } else if (IDENTIFIER.matcher(braces.group(1)).matches()
          && !text.startsWith("}", braces.end())) {
        found.add(braces.group());
      }
    }
    return found;
  }

  /** Whether braces belong to what stands before them: LaTeX, an index or double braces. */
  private static boolean isArgument(String text, int start) {
    return start > 0
        && ("{]^_\\".indexOf(text.charAt(start - 1)) >= 0
            || COMMAND.matcher(text).region(start, start).useTransparentBounds(true).lookingAt());
  }

  /** A variable or placeholder that occurs less often in the second text than in the first. */
  public static Optional<String> lost(String before, String after) {
    return lost(in(before), in(after)).or(() -> lost(placeholders(before), placeholders(after)));
  }

  private static Optional<String> lost(List<String> before, List<String> after) {
    Map<String, Integer> left = new HashMap<>();
    after.forEach(variable -> left.merge(variable, 1, Integer::sum));
    return before.stream()
        .filter(variable -> left.merge(variable, -1, Integer::sum) < 0)
        .findFirst();
  }

  /** A variable whose name occurs in the second text only. */
  static Optional<String> added(String before, String after) {
    Set<String> names = new HashSet<>();
    VARIABLE.matcher(before).results().forEach(found -> names.add(found.group(1)));
    return VARIABLE
        .matcher(after)
        .results()
        .filter(found -> !names.contains(found.group(1)))
        .map(found -> found.group())
        .findFirst();
  }
}
