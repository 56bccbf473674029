package io.dlpo.studies.report;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.event.Comparison;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The examples of the test split whose score differs between the initial and the best prompt.
 *
 * @param improved those on which the best prompt scores higher
 * @param worsened those on which it scores lower
 */
public record TurnedExamples(List<Example> improved, List<Example> worsened) {

  private static final TurnedExamples NONE = new TurnedExamples(List.of(), List.of());

  public TurnedExamples {
    improved = List.copyOf(improved);
    worsened = List.copyOf(worsened);
  }

  static TurnedExamples of(@Nullable Comparison comparison, List<Example> test) {
    return comparison == null
        ? NONE
        : new TurnedExamples(
            among(test, comparison.improved()), among(test, comparison.worsened()));
  }

  private static List<Example> among(List<Example> test, @Nullable List<String> ids) {
    if (ids == null) {
      return List.of();
    }
    Set<String> wanted = Set.copyOf(ids);
    return test.stream().filter(example -> wanted.contains(example.id())).toList();
  }
}
