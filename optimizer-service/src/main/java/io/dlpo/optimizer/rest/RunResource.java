package io.dlpo.optimizer.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.event.RunCommanded;
import io.dlpo.contracts.event.RunRequested;
import io.dlpo.contracts.id.RunId;
import io.dlpo.events.EventPublisher;
import io.dlpo.optimizer.refusal.Problem;
import io.dlpo.optimizer.refusal.RefusedException;
import io.dlpo.optimizer.run.RunStatus;
import io.dlpo.optimizer.spec.ResolvedRun;
import io.dlpo.optimizer.store.ResolvedRuns;
import io.dlpo.optimizer.store.RunStore;
import io.dlpo.optimizer.store.RunView;
import io.dlpo.optimizer.store.StepStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
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
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The runs. What changes one is published as a record before the answer; its handler does it. */
@Path("/api/runs")
@RunOnVirtualThread
public class RunResource {

  private static final int LATEST = 200;

  private final RunStore runs;
  private final StepStore steps;
  private final ResolvedRuns resolved;
  private final EventPublisher publisher;

  RunResource(RunStore runs, StepStore steps, ResolvedRuns resolved, EventPublisher publisher) {
    this.runs = runs;
    this.steps = steps;
    this.resolved = resolved;
    this.publisher = publisher;
  }

  /** The id of a run that was requested. */
  public record Accepted(String runId) {}

  /** Requests a run; it begins a moment later. */
  @POST
  @Consumes({MediaType.APPLICATION_JSON, "application/yaml", "application/x-yaml", "text/yaml"})
  public Response request(
      @RestQuery @Nullable String runId,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
      byte[] body) {
    RunId id = id(runId == null ? drawnId() : runId);
    JsonNode spec = SpecBody.read(body, type.getSubtype().endsWith("yaml"));
    ResolvedRun run = resolved.of(spec);
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

  /** The runs that were requested last, the newest first. */
  @GET
  public List<RunBody> latest() {
    return runs.latest(LATEST).stream().map(RunBody::of).toList();
  }

  @GET
  @Path("/{id}")
  public RunBody run(@RestPath String id) {
    return RunBody.of(view(id));
  }

  /** The finished steps. */
  @GET
  @Path("/{id}/steps")
  public List<StepBody> steps(@RestPath String id) {
    return steps.of(view(id).runId()).stream().map(StepBody::of).toList();
  }

  /** Every prompt that the run has had. */
  @GET
  @Path("/{id}/prompts")
  public List<PromptBody> prompts(@RestPath String id) {
    return view(id).progress().prompts().stream().map(PromptBody::of).toList();
  }

  @POST
  @Path("/{id}/pause")
  public Response pause(@RestPath String id) {
    return command(id, RunCommand.PAUSE, List.of(RunStatus.RUNNING));
  }

  @POST
  @Path("/{id}/resume")
  public Response resume(@RestPath String id) {
    return command(id, RunCommand.RESUME, List.of(RunStatus.PAUSED));
  }

  @POST
  @Path("/{id}/cancel")
  public Response cancel(@RestPath String id) {
    return command(id, RunCommand.CANCEL, List.of(RunStatus.RUNNING, RunStatus.PAUSED));
  }

  private Response command(String id, RunCommand command, List<RunStatus> possible) {
    RunView run = view(id);
    if (!possible.contains(run.progress().status())) {
      throw new ClientErrorException(
          "run %s is %s; %s is possible for a run that is %s"
              .formatted(id, run.progress().status(), command, possible),
          Response.Status.CONFLICT);
    }
    publisher.publish(
        List.of(new RunCommanded(UUID.randomUUID().toString(), run.runId(), command)));
    return Response.accepted(new Accepted(id)).build();
  }

  private RunView view(String id) {
    return runs.view(id(id))
        .orElseThrow(() -> new NotFoundException("there is no run '" + id + "'"));
  }

  static String drawnId() {
    return "run-" + UUID.randomUUID().toString().substring(0, 8);
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
