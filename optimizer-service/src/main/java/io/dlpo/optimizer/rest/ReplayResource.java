package io.dlpo.optimizer.rest;

import io.dlpo.contracts.id.RunId;
import io.dlpo.optimizer.runlog.LoggedRuns;
import io.dlpo.optimizer.runlog.UnreadableLogException;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.store.RunQueries;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Replays runs from their events. Read-only. */
@Tag(name = "runs")
@Path("/api/runs/{id}/replay")
@RolesAllowed(Role.Name.VIEWER)
@RunOnVirtualThread
public class ReplayResource {

  private final RunQueries runs;
  private final LoggedRuns logs;

  ReplayResource(RunQueries runs, LoggedRuns logs) {
    this.runs = runs;
    this.logs = logs;
  }

  /** Recomputes a run from its events. Takes as long as reading the topics. */
  @Operation(operationId = "replayRun", summary = "Recompute a run from its events")
  @GET
  public ReplayBody replay(@RestPath String id) {
    RunId runId = RunResource.id(id);
    boolean hasEnded =
        runs.view(runId)
            .orElseThrow(() -> new NotFoundException("there is no run '" + id + "'"))
            .view()
            .status()
            .hasEnded();
    try {
      return ReplayBody.of(runId, logs.replay(runId, hasEnded).result());
    } catch (UnreadableLogException e) {
      return ReplayBody.unknown(runId, String.valueOf(e.getMessage()));
    }
  }
}
