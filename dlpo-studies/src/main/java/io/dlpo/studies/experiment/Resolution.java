package io.dlpo.studies.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Resolves all runs of an experiment before the first one begins, and reports all problems at once.
 */
public final class Resolution {

  private Resolution() {}

  /**
   * Resolves the runs.
   *
   * @param reader resolves a run's spec, or throws a {@link RefusedException}
   * @throws RefusedException listing each problem once, with the runs that it affects
   */
  public static List<PlannedRun> of(List<PlannedRun> runs, UnaryOperator<ObjectNode> reader) {
    List<PlannedRun> resolved = new ArrayList<>();
    Map<Problem, List<Cell>> problems = new LinkedHashMap<>();
    for (PlannedRun run : runs) {
      try {
        resolved.add(run.resolved(reader.apply(run.spec())));
      } catch (RefusedException refused) {
        refused
            .problems()
            .forEach(
                problem ->
                    problems.computeIfAbsent(problem, key -> new ArrayList<>()).add(run.cell()));
      }
    }
    if (!problems.isEmpty()) {
      throw new RefusedException(
          problems.entrySet().stream()
              .map(entry -> located(entry.getKey(), entry.getValue(), runs.size()))
              .toList());
    }
    return resolved;
  }

  private static Problem located(Problem problem, List<Cell> cells, int runs) {
    String where =
        cells.size() == runs
            ? "in every run"
            : cells.size() == 1
                ? "in the run " + cells.getFirst().id()
                : "in the run %s and %d more".formatted(cells.getFirst().id(), cells.size() - 1);
    return new Problem(
        problem.key(), problem.value(), problem.allowed(), problem.message() + " (" + where + ")");
  }
}
