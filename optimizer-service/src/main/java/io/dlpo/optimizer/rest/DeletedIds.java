package io.dlpo.optimizer.rest;

import io.dlpo.contracts.id.RunId;
import io.dlpo.optimizer.store.RunDeletions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;

/**
 * Refuses the ids of deleted runs. A new run with such an id could receive late events of the
 * deleted run.
 */
@ApplicationScoped
class DeletedIds {

  private final RunDeletions deletions;

  DeletedIds(RunDeletions deletions) {
    this.deletions = deletions;
  }

  void refuseDeleted(RunId runId) {
    if (deletions.isDeleted(runId)) {
      throw new ClientErrorException(
          "run %s was deleted, and its id is not used again; choose another one"
              .formatted(runId.value()),
          Response.Status.CONFLICT);
    }
  }
}
