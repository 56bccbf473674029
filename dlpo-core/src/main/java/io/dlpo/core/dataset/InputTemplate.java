package io.dlpo.core.dataset;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds the model's input from a row's columns, such as {@code {{question}} {{context}}}.
 *
 * @param text the template; each {@code {{column}}} is replaced with the value of that column
 */
public record InputTemplate(String text) {

  private static final String KEY = "dataset.template";
  private static final Pattern VARIABLE =
      Pattern.compile("\\{\\{\\s*([^{}\\s](?:[^{}]*[^{}\\s])?)\\s*}}");

  /**
   * The input that the template builds from a row.
   *
   * @throws RefusedException if the template names no column, or one that the row does not have
   */
  String fill(Row row) {
    String allowed =
        "a text that names columns of the dataset: " + String.join(", ", row.columns().keySet());
    List<String> wanted =
        VARIABLE.matcher(text).results().map(found -> found.group(1)).distinct().toList();
    if (wanted.isEmpty()) {
      throw new RefusedException(Problem.of(KEY, text, allowed));
    }
    List<Problem> problems =
        wanted.stream()
            .filter(column -> row.value(column).isEmpty())
            .map(column -> unknown(column, row, allowed))
            .toList();
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(row.value(found.group(1)).orElseThrow()));
  }

  private static Problem unknown(String column, Row row, String allowed) {
    return new Problem(
        KEY,
        column,
        allowed,
        KEY
            + " names '"
            + column
            + "', which row "
            + row.number()
            + " does not have; must be "
            + allowed);
  }
}
