package io.dlpo.studies.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.evaluation.Engines;
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
 * A run with what was asked for and what came of it.
 *
 * @param runId the run
 * @param name for people
 * @param engines its models
 * @param spec what was asked for, every default filled in
 * @param view where it stands
 * @param steps that have ended
 * @param usd what the paid calls have cost; null if a price is not known
 * @param wallMillis from its request to its end, or to now
 */
public record RunReport(
    String runId,
    String name,
    Engines engines,
    ObjectNode spec,
    RunView view,
    List<StepRecord> steps,
    @Nullable BigDecimal usd,
    long wallMillis) {

  public RunReport {
    steps = List.copyOf(steps);
  }

  /** Whether a model of the run is the simulator's. */
  public boolean simulated() {
    return new CellResult.Models(engines.forward().model(), engines.backward().model())
        .areSimulated();
  }

  /** The versions that lead from the initial prompt to the best one, both among them. */
  public List<PromptVersion> path() {
    List<PromptVersion> path = new ArrayList<>(List.of(view.best()));
    for (Optional<PromptVersion> parent = parent(view.best());
        parent.isPresent();
        parent = parent(parent.get())) {
      path.addFirst(parent.get());
    }
    return path;
  }

  /** The latest before it, for a text can come up again. */
  private Optional<PromptVersion> parent(PromptVersion version) {
    PromptId parent = version.parentId();
    return view.prompts().stream()
        .filter(other -> other.step() < version.step() && other.promptId().equals(parent))
        .reduce((earlier, later) -> later);
  }
}
