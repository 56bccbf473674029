package io.dlpo.contracts.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.id.RunId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run was asked for; the optimizer answers by starting it.
 *
 * @param runId the run
 * @param name for people
 * @param spec the resolved spec: every setting with its value
 * @param datasetId the stored dataset
 * @param split how many examples each split has
 * @param seed seed of every random draw of the run
 * @param fork where it goes on from another run; null if it begins with its prompt
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

  /** A run that begins with its prompt. */
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
