package io.dlpo.core.prompt;

import io.dlpo.contracts.prompt.PromptVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The template variables of a text, such as {@code {{question}}}. */
public final class TemplateVariables {

  private static final Pattern VARIABLE = PromptVariables.PATTERN;

  private TemplateVariables() {}

  /** All occurrences in order, including the braces. */
  public static List<String> in(String text) {
    return VARIABLE.matcher(text).results().map(found -> found.group()).toList();
  }

  /** A variable that occurs less often in the second text than in the first. */
  public static Optional<String> lost(String before, String after) {
    List<String> left = new ArrayList<>(in(after));
    return in(before).stream().filter(variable -> !left.remove(variable)).findFirst();
  }
}
