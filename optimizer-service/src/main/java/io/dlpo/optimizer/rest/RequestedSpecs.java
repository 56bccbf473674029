package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.optimizer.security.Ownership;
import io.dlpo.optimizer.store.Owned;
import io.dlpo.optimizer.store.ResolvedRuns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Resolves the specs of requests. Blocks. */
@ApplicationScoped
class RequestedSpecs {

  private final ResolvedRuns resolved;
  private final Ownership ownership;

  RequestedSpecs(ResolvedRuns resolved, Ownership ownership) {
    this.resolved = resolved;
    this.ownership = ownership;
  }

  /**
   * Resolves a spec against an uploaded dataset.
   *
   * @param dataset the id of the dataset, which replaces the one that the spec names; null to keep
   *     it
   * @throws RefusedException if the spec is invalid or the caller cannot see its dataset
   */
  ResolvedRun of(JsonNode spec, @Nullable String dataset) {
    if (dataset == null || !(spec instanceof ObjectNode whole)) {
      return of(spec);
    }
    ObjectNode section =
        whole.path("dataset") instanceof ObjectNode given ? given : whole.putObject("dataset");
    section.remove(List.of("file", "format"));
    section.put("id", dataset);
    return of(spec);
  }

  /**
   * Resolves a spec against its dataset.
   *
   * @throws RefusedException if the spec is invalid or the caller cannot see its dataset
   */
  ResolvedRun of(JsonNode spec) {
    String dataset = spec.path("dataset").path("id").asText();
    return ownership.isVisible(Owned.DATASET, dataset)
        ? resolved.requested(spec)
        : resolved.withoutDataset(spec);
  }
}
