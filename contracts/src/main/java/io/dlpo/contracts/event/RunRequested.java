package io.dlpo.contracts.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.id.RunId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run was requested; the optimizer then starts it.
 *
 * @param runId the run
 * @param name display name
 * @param spec the resolved spec with the value of every setting
 * @param datasetId id of the stored dataset
 * @param split number of examples in each split
 * @param seed seed of all random draws of the run
 * @param fork the point at which the run continues another one; null if it starts from its prompt
 */
public record RunRequested(
    RunId runId,
    String name,
    JsonNode spec,
    String datasetId,
    SplitSizes split,
    long seed,
    @Nullable ForkPoint fork)
    implements Event {

  /** A run that starts from its prompt. */
  public RunRequested(
      RunId runId, String name, JsonNode spec, String datasetId, SplitSizes split, long seed) {
    this(runId, name, spec, datasetId, split, seed, null);
  }

  public RunRequested {
    Objects.requireNonNull(runId, "RunRequested.runId is missing");
    Objects.requireNonNull(name, "RunRequested.name is missing");
    Objects.requireNonNull(spec, "RunRequested.spec is missing");
    Objects.requireNonNull(datasetId, "RunRequested.datasetId is missing");
    Objects.requireNonNull(split, "RunRequested.split is missing");
  }

  @Override
  public String partitionKey() {
    return runId.value();
  }

  @Override
  public String identity() {
    return runId.value();
  }
}
