package io.dlpo.studies.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.evaluation.Engines;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.id.PromptId;
import io.dlpo.core.run.PromptVersion;
import io.dlpo.core.run.RunView;
import io.dlpo.core.step.StepRecord;
import io.dlpo.studies.experiment.CellResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run with its request and its results.
 *
 * @param runId id of the run
 * @param name display name
 * @param engines its models
 * @param spec the requested spec, with all defaults
 * @param view current state of the run
 * @param steps the steps that have ended
 * @param test the examples of the test split
 * @param usd cost of the paid calls; null if a price is unknown
 * @param wallMillis time from the request to the end of the run, or until now
 */
public record RunReport(
    String runId,
    String name,
    Engines engines,
    ObjectNode spec,
    RunView view,
    List<StepRecord> steps,
    List<Example> test,
    @Nullable BigDecimal usd,
    long wallMillis) {

  public RunReport {
    steps = List.copyOf(steps);
    test = List.copyOf(test);
  }

  /** Whether at least one of the models is the simulator's. */
  public boolean simulated() {
    return new CellResult.Models(engines.forward().model(), engines.backward().model())
        .areSimulated();
  }

  /** The versions that lead from the initial prompt to the best one, including both. */
  public List<PromptVersion> path() {
    List<PromptVersion> path = new ArrayList<>(List.of(view.best()));
    for (Optional<PromptVersion> parent = parent(view.best());
        parent.isPresent();
        parent = parent(parent.get())) {
      path.addFirst(parent.get());
    }
    return path;
  }

  /** The latest earlier version with the parent's text; the same text can occur more than once. */
  private Optional<PromptVersion> parent(PromptVersion version) {
    PromptId parent = version.parentId();
    return view.prompts().stream()
        .filter(other -> other.step() < version.step() && other.promptId().equals(parent))
        .reduce((earlier, later) -> later);
  }
}
