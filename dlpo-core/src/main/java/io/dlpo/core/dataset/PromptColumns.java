package io.dlpo.core.dataset;

import io.dlpo.contracts.prompt.ChatPrompt;
import io.dlpo.contracts.prompt.MessageRole;
import io.dlpo.contracts.prompt.PromptMessage;
import io.dlpo.contracts.prompt.PromptVariables;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns that the variables of a prompt name.
 *
 * @param key the prompt's key in the spec, for messages to the user
 * @param variables the names of all variables, in order
 * @param isComplete whether the prompt's last message already asks with a variable, so that no
 *     input follows unless the spec names one
 */
public record PromptColumns(String key, List<String> variables, boolean isComplete) {

  /** A prompt without variables. */
  public static final PromptColumns NONE = new PromptColumns("prompt", List.of(), false);

  /** An unknown prompt, which may need any column. */
  public static final PromptColumns UNKNOWN = new PromptColumns("prompt", List.of(), true);

  public PromptColumns {
    variables = List.copyOf(variables);
  }

  /**
   * The columns of a prompt.
   *
   * @param text the prompt without its {@code <frozen>} tags
   */
  public static PromptColumns of(String key, String text) {
    return new PromptColumns(
        key,
        PromptVariables.names(text),
        ChatPrompt.find(text).filter(chat -> asks(chat.messages().getLast())).isPresent());
  }

  /**
   * The same without the variables that a row does not have, or that hold the reference. So a run
   * stays valid that was accepted when variables were sent as they are.
   */
  public PromptColumns filledFrom(Dataset dataset, ColumnNames names) {
    List<Row> rows = dataset.rows();
    return new PromptColumns(
        key,
        variables.stream()
            .filter(variable -> rows.stream().allMatch(row -> row.value(variable).isPresent()))
            .filter(variable -> rows.stream().noneMatch(row -> names.showsReference(row, variable)))
            .toList(),
        isComplete);
  }

  private static boolean asks(PromptMessage last) {
    return last.role() == MessageRole.USER && !PromptVariables.names(last.content()).isEmpty();
  }

  /** Whether a row's input is sent besides the prompt. */
  boolean takesInput(List<Row> rows, ColumnNames names, @Nullable InputTemplate template) {
    if (template != null) {
      return true;
    }
    if (names.input() != null) {
      return !variables.contains(names.input());
    }
    if (isComplete) {
      return false;
    }
    if (variables.isEmpty()) {
      return true;
    }
    return rows.stream().anyMatch(row -> row.input() != null)
        && rows.stream().noneMatch(row -> variables.contains(row.inputColumn()));
  }

  /**
   * Checks that each variable is a column, and not one that holds the reference.
   *
   * @throws RefusedException listing every other variable
   */
  void check(List<Row> rows, ColumnNames names) {
    Row first = rows.getFirst();
    String allowed =
        "a column of the dataset: "
            + first.columns().keySet().stream()
                .filter(column -> !names.showsReference(first, column))
                .collect(Collectors.joining(", "));
    List<Problem> problems = new ArrayList<>();
    for (String variable : variables) {
      if (rows.stream().anyMatch(row -> names.showsReference(row, variable))) {
        problems.add(problem(variable, "holds the reference, which no model may see", allowed));
      } else if (rows.stream().noneMatch(row -> row.value(variable).isPresent())) {
        problems.add(problem(variable, "is in no row of the dataset", allowed));
      }
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
  }

  private Problem problem(String variable, String reason, String allowed) {
    String shown = "{{" + variable + "}}";
    return new Problem(
        key,
        shown,
        allowed,
        "`%s` has the variable %s, which %s; it must be %s".formatted(key, shown, reason, allowed));
  }

  /**
   * The values of the variables in a row; null if there are no variables.
   *
   * @throws BrokenRowException if the row does not have one of them
   */
  @Nullable Map<String, String> fields(Row row) throws BrokenRowException {
    if (variables.isEmpty()) {
      return null;
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (String variable : variables) {
      fields.put(
          variable,
          row.value(variable)
              .orElseThrow(
                  () ->
                      new BrokenRowException(
                          "it has no '%s', which the prompt uses as {{%s}}, but %s"
                              .formatted(variable, variable, row.columns().keySet()))));
    }
    return fields;
  }
}
