package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.run.RunStatus;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.events.EventPublisher;
import io.dlpo.optimizer.security.Ownership;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.store.Owned;
import io.dlpo.optimizer.store.RunDeletions;
import io.dlpo.optimizer.store.RunDetails;
import io.dlpo.optimizer.store.RunQueries;
import io.dlpo.optimizer.store.StepStore;
import io.dlpo.optimizer.waiting.RunWaiting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * REST resource for runs. Every change is published as an event before the response; the event's
 * handler applies it.
 */
@Tag(name = "runs")
@Path("/api/runs")
@RolesAllowed(Role.Name.VIEWER)
@RunOnVirtualThread
public class RunResource {

  private static final int LATEST = 200;

  /** What the dlpo command takes for the newest run. */
  private static final String NEWEST = "latest";

  private final RunQueries runs;
  private final StepStore steps;
  private final RequestedSpecs specs;
  private final Ownership ownership;
  private final EventPublisher publisher;
  private final RunDeletions deletions;
  private final DeletedIds deletedIds;
  private final RunWaiting waiting;

  RunResource(
      RunQueries runs,
      StepStore steps,
      RequestedSpecs specs,
      Ownership ownership,
      EventPublisher publisher,
      RunDeletions deletions,
      DeletedIds deletedIds,
      RunWaiting waiting) {
    this.deletions = deletions;
    this.deletedIds = deletedIds;
    this.waiting = waiting;
    this.runs = runs;
    this.steps = steps;
    this.specs = specs;
    this.ownership = ownership;
    this.publisher = publisher;
  }

  /** The id of a requested run. */
  @Schema(name = "RunAccepted")
  public record Accepted(String runId) {}

  /**
   * Requests a run, which starts asynchronously.
   *
   * @param dataset the id of an uploaded dataset, in place of the one that the spec names
   */
  @Operation(operationId = "startRun", summary = "Start a run")
  @APIResponseSchema(
      value = Accepted.class,
      responseCode = "202",
      responseDescription = "The run is requested.")
  @POST
  @RolesAllowed(Role.Name.OPERATOR)
  @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml"})
  public Response request(
      @RestQuery @Nullable String runId,
      @RestQuery @Nullable String dataset,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType type,
      byte[] body) {
    RunId id = newId(runId);
    deletedIds.refuseDeleted(id);
    JsonNode spec = SpecBody.read(body, type);
    ResolvedRun run = specs.of(spec, dataset);
    ownership.claim(Owned.RUN, id.value());
    refuseOtherSpec(id, run);
    publisher.publish(
        List.of(
            new RunRequested(
                id,
                run.settings().name(),
                run.spec(),
                run.datasetId(),
                run.sizes(),
                run.settings().seed())));
    return Response.accepted(new Accepted(id.value()))
        .location(URI.create("/api/runs/" + id.value()))
        .build();
  }

  /** A repeated request is the same run; the same id with another spec is a mistake. */
  private void refuseOtherSpec(RunId id, ResolvedRun run) {
    if (runs.hasOtherSpec(id, run)) {
      throw new ClientErrorException(
          "run %s exists with another spec; choose another id".formatted(id.value()),
          Response.Status.CONFLICT);
    }
  }

  /** Lists the latest runs, newest first. */
  @Operation(operationId = "listRuns", summary = "List the latest runs, newest first")
  @GET
  public List<RunBody> latest() {
    return runs.latest(LATEST, ownership.only()).stream()
        .map(run -> RunBody.of(run, null))
        .toList();
  }

  @Operation(operationId = "getRun", summary = "Show a run")
  @GET
  @Path("/{id}")
  public RunBody run(@RestPath String id) {
    RunDetails run = view(id);
    return RunBody.of(run, waiting.of(run).orElse(null));
  }

  /** Lists the finished steps. */
  @Operation(operationId = "listSteps", summary = "List the finished steps of a run")
  @GET
  @Path("/{id}/steps")
  public List<StepBody> steps(@RestPath String id) {
    return steps.of(view(id).runId()).stream().map(StepBody::of).toList();
  }

  /** Lists all prompts of the run. */
  @Operation(operationId = "listPrompts", summary = "List the prompts of a run")
  @GET
  @Path("/{id}/prompts")
  public List<PromptBody> prompts(@RestPath String id) {
    return view(id).view().prompts().stream().map(PromptBody::of).toList();
  }

  @Operation(operationId = "pauseRun", summary = "Pause a run")
  @APIResponseSchema(
      value = Accepted.class,
      responseCode = "202",
      responseDescription = "The pause is requested.")
  @POST
  @RolesAllowed(Role.Name.OPERATOR)
  @Path("/{id}/pause")
  public Response pause(@RestPath String id) {
    return command(view(id), RunCommand.PAUSE, List.of(RunStatus.RUNNING));
  }

  /** Resumes a paused run. For a stalled run, repeats the request that it waits for. */
  @Operation(operationId = "resumeRun", summary = "Resume a paused or stalled run")
  @APIResponseSchema(
      value = Accepted.class,
      responseCode = "202",
      responseDescription = "The resumption is requested.")
  @POST
  @RolesAllowed(Role.Name.OPERATOR)
  @Path("/{id}/resume")
  public Response resume(@RestPath String id) {
    RunDetails run = view(id);
    return waiting.isStill(run)
        ? command(run, RunCommand.REPEAT, List.of(RunStatus.RUNNING))
        : command(run, RunCommand.RESUME, List.of(RunStatus.PAUSED));
  }

  @Operation(operationId = "cancelRun", summary = "Cancel a run")
  @APIResponseSchema(
      value = Accepted.class,
      responseCode = "202",
      responseDescription = "The cancellation is requested.")
  @POST
  @RolesAllowed(Role.Name.OPERATOR)
  @Path("/{id}/cancel")
  public Response cancel(@RestPath String id) {
    return command(view(id), RunCommand.CANCEL, List.of(RunStatus.RUNNING, RunStatus.PAUSED));
  }

  /**
   * Deletes the stored data of an ended run. Its events stay in Kafka until their retention
   * expires.
   */
  @Operation(operationId = "deleteRun", summary = "Delete the stored data of an ended run")
  @APIResponseSchema(
      value = Accepted.class,
      responseCode = "202",
      responseDescription = "The deletion is requested.")
  @DELETE
  @RolesAllowed(Role.Name.OPERATOR)
  @Path("/{id}")
  public Response delete(@RestPath String id) {
    RunDetails run = view(id);
    deletions
        .neededBy(run.runId())
        .ifPresent(
            experiment -> {
              throw new ClientErrorException(
                  "run %s belongs to experiment %s, which has not taken its result yet"
                      .formatted(id, experiment),
                  Response.Status.CONFLICT);
            });
    return command(
        run, RunCommand.DELETE, Stream.of(RunStatus.values()).filter(RunStatus::hasEnded).toList());
  }

  private Response command(RunDetails run, RunCommand command, List<RunStatus> possible) {
    if (!possible.contains(run.view().status())) {
      throw new ClientErrorException(
          "run %s is %s; to %s it, it must be %s"
              .formatted(
                  run.runId().value(),
                  run.view().status(),
                  command.name().toLowerCase(Locale.ROOT),
                  possible.stream().map(RunStatus::name).collect(Collectors.joining(" or "))),
          Response.Status.CONFLICT);
    }
    publisher.publish(
        List.of(new RunCommanded(UUID.randomUUID().toString(), run.runId(), command)));
    return Response.accepted(new Accepted(run.runId().value())).build();
  }

  private RunDetails view(String id) {
    return runs.view(id(id))
        .orElseThrow(() -> new NotFoundException("there is no run '" + id + "'"));
  }

  /**
   * Returns the id of a new run.
   *
   * @param chosen by the caller; null for a generated id
   */
  static RunId newId(@Nullable String chosen) {
    if (NEWEST.equals(chosen)) {
      throw new RefusedException(
          new Problem(
              "runId",
              chosen,
              "another id",
              "runId is 'latest', which commands read as the newest run; choose another id"));
    }
    return id(chosen == null ? "run-" + UUID.randomUUID().toString().substring(0, 8) : chosen);
  }

  static RunId id(String value) {
    try {
      return new RunId(value);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          new Problem("runId", value, "a name", String.valueOf(e.getMessage())));
    }
  }
}
