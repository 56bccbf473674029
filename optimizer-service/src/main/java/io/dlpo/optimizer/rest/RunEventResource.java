package io.dlpo.optimizer.rest;

import io.dlpo.contracts.id.RunId;
import io.dlpo.optimizer.live.LiveHub;
import io.dlpo.optimizer.live.LiveMessage;
import io.dlpo.optimizer.live.Viewer;
import io.dlpo.optimizer.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Streams a run's decisions and status changes as server-sent events, from its start to its end.
 */
@Tag(name = "runs")
@Path("/api/runs/{id}/events")
@RolesAllowed(Role.Name.VIEWER)
public class RunEventResource {

  private final LiveHub hub;

  RunEventResource(LiveHub hub) {
    this.hub = hub;
  }

  /**
   * Sends {@code step} for each finished step and {@code status} for each status, until the run
   * ends or the client disconnects.
   *
   * @param detail whether to send also {@code run} for each change, {@code record} for each record
   *     that reaches Kafka from now on, and {@code gone} if the run is deleted
   */
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
              schema = @Schema(ref = "ServerSentEvent")))
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RunOnVirtualThread
  public void events(
      @RestPath String id,
      @RestQuery @DefaultValue("false") String detail,
      @Context SseEventSink sink,
      @Context Sse sse) {
    RunId runId = RunResource.id(id);
    boolean all = new QueryValue("detail", detail).flag();
    Viewer viewer =
        hub.watch(runId).orElseThrow(() -> new NotFoundException("there is no run '" + id + "'"));
    new LiveStream(sink, sse).write(viewer, message -> all || isPlain(message));
  }

  private static boolean isPlain(LiveMessage message) {
    return message instanceof LiveMessage.StepMade || message instanceof LiveMessage.StatusSet;
  }
}
