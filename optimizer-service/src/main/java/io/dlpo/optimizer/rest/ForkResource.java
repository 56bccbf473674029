package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.event.ForkPoint;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.core.fork.ForkSpec;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.events.EventPublisher;
import io.dlpo.optimizer.runlog.LoggedRuns;
import io.dlpo.optimizer.runlog.UnreadableLogException;
import io.dlpo.optimizer.security.Ownership;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.store.ForkSource;
import io.dlpo.optimizer.store.Owned;
import io.dlpo.optimizer.store.RunQueries;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Starts runs that continue from a step of another run. A fork is requested by the same event as
 * any other run.
 */
@Tag(name = "runs")
@Path("/api/runs/{id}/fork")
@RolesAllowed(Role.Name.VIEWER)
@RunOnVirtualThread
public class ForkResource {

  private final RunQueries runs;
  private final RequestedSpecs specs;
  private final Ownership ownership;
  private final LoggedRuns logs;
  private final DeletedIds deletions;
  private final EventPublisher publisher;

  ForkResource(
      RunQueries runs,
      RequestedSpecs specs,
      Ownership ownership,
      LoggedRuns logs,
      DeletedIds deletions,
      EventPublisher publisher) {
    this.runs = runs;
    this.specs = specs;
    this.ownership = ownership;
    this.logs = logs;
    this.deletions = deletions;
    this.publisher = publisher;
  }

  /** Requests a fork, which starts asynchronously. An invalid request is refused immediately. */
  @Operation(
      operationId = "forkRun",
      summary = "Start a run that continues from a step of another one")
  @APIResponseSchema(
      value = RunResource.Accepted.class,
      responseCode = "202",
      responseDescription = "The fork is requested.")
  @POST
  @RolesAllowed(Role.Name.OPERATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response fork(@RestPath String id, byte[] body) {
    ForkSource source =
        runs.forkSource(RunResource.id(id))
            .orElseThrow(() -> new NotFoundException("there is no run '" + id + "'"));
    ForkBody fork = ForkBody.read(body);
    int step = step(fork.step(), source.stepsMade());
    ObjectNode spec = new ForkSpec(source.spec(), step).with(fork.set());
    ResolvedRun run = specs.of(spec);
    RunRequested request =
        new RunRequested(
            RunResource.newId(fork.runId()),
            run.settings().name(),
            run.spec(),
            run.datasetId(),
            run.sizes(),
            run.settings().seed(),
            origin(source, step));
    check(request);
    ownership.claim(Owned.RUN, request.runId().value());
    publisher.publish(List.of(request));
    return Response.accepted(new RunResource.Accepted(request.runId().value()))
        .location(URI.create("/api/runs/" + request.runId().value()))
        .build();
  }

  private static int step(@Nullable Integer step, int made) {
    if (step == null || step < 1 || step > made) {
      throw new RefusedException(
          Problem.of(
              "step",
              step == null ? null : step.toString(),
              made == 0
                  ? "a completed step; the run has not completed one yet"
                  : "1 to %d, the completed steps of the run".formatted(made)));
    }
    return step;
  }

  /** If the parent is itself a fork and inherited this step, its own parent made the step. */
  private ForkPoint origin(ForkSource source, int step) {
    ForkPoint before = source.fork();
    if (before == null || step > before.step()) {
      return new ForkPoint(source.runId(), step, source.sampleScope());
    }
    ForkPoint further =
        runs.forkSource(before.runId()).map(parent -> origin(parent, step)).orElse(before);
    return new ForkPoint(further.runId(), step, source.sampleScope());
  }

  private void check(RunRequested request) {
    deletions.refuseDeleted(request.runId());
    if (runs.view(request.runId()).isPresent()) {
      throw new ClientErrorException(
          "there is a run '%s' already".formatted(request.runId().value()),
          Response.Status.CONFLICT);
    }
    try {
      logs.start(request);
    } catch (UnreadableLogException e) {
      throw new ClientErrorException(e.getMessage(), Response.Status.CONFLICT, e);
    }
  }
}
