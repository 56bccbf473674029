package io.dlpo.optimizer.rest;

import io.dlpo.contracts.id.RunId;
import io.dlpo.core.run.RunStatus;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.store.RunQueries;
import io.dlpo.optimizer.store.StepStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * Streams a run's decisions and status changes as server-sent events, from its start to its end.
 */
@Tag(name = "runs")
@Path("/api/runs/{id}/events")
@RolesAllowed(Role.Name.VIEWER)
public class RunEventResource {

  private static final Duration PAUSE = Duration.ofMillis(300);

  private final RunQueries runs;
  private final StepStore steps;

  RunEventResource(RunQueries runs, StepStore steps) {
    this.runs = runs;
    this.steps = steps;
  }

  /** Polls the database a few times a second, until the run ends or the client disconnects. */
  @Operation(
      operationId = "followRun",
      summary = "Follow a run: its steps and changes of status as server-sent events")
  @APIResponse(
      responseCode = "200",
      description =
          "Events step (StepBody) and status (RunBody), from the start of the run to its end.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING)))
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RunOnVirtualThread
  public void events(@RestPath String id, @Context SseEventSink sink, @Context Sse sse) {
    RunId runId = RunResource.id(id);
    if (runs.view(runId).isEmpty()) {
      throw new NotFoundException("there is no run '" + id + "'");
    }
    int sent = 0;
    RunStatus last = null;
    while (!sink.isClosed() && !Thread.currentThread().isInterrupted() && !hasEnded(last)) {
      RunBody run = RunBody.of(runs.view(runId).orElseThrow(), null);
      List<StepBody> finished = steps.of(runId).stream().map(StepBody::of).toList();
      for (StepBody step : finished.subList(sent, finished.size())) {
        send(sink, sse, "step", step);
      }
      sent = finished.size();
      if (run.status() != last) {
        send(sink, sse, "status", run);
        last = run.status();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    sink.close();
  }

  private static boolean hasEnded(@Nullable RunStatus status) {
    return status != null && status.hasEnded();
  }

  private static void send(SseEventSink sink, Sse sse, String name, Object data) {
    sink.send(
            sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(data)
                .build())
        .toCompletableFuture()
        .join();
  }
}
