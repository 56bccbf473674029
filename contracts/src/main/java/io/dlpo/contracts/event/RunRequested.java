package io.dlpo.contracts.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.id.RunId;
import java.util.Objects;

/**
 * A run was asked for; the optimizer answers by starting it.
 *
 * @param runId the run
 * @param name for people
 * @param spec the resolved spec: every setting with its value
 * @param datasetId the stored dataset
 * @param split how many examples each split has
 * @param seed seed of every random draw of the run
 */
public record RunRequested(
    RunId runId, String name, JsonNode spec, String datasetId, SplitSizes split, long seed)
    implements Event {

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
