package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.optimizer.security.Ownership;
import io.dlpo.optimizer.store.Owned;
import io.dlpo.optimizer.store.ResolvedRuns;
import jakarta.enterprise.context.ApplicationScoped;

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
