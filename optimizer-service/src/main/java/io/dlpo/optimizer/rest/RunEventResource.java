package io.dlpo.optimizer.rest;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Streams a run's decisions and status changes as server-sent events, from its start to its end.
 */
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
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RunOnVirtualThread
  public void events(
      @RestPath String id,
      @RestQuery @DefaultValue("false") boolean detail,
      @Context SseEventSink sink,
      @Context Sse sse) {
    Viewer viewer =
        hub.watch(RunResource.id(id))
            .orElseThrow(() -> new NotFoundException("there is no run '" + id + "'"));
    new LiveStream(sink, sse).write(viewer, message -> detail || isPlain(message));
  }

  private static boolean isPlain(LiveMessage message) {
    return message instanceof LiveMessage.StepMade || message instanceof LiveMessage.StatusSet;
  }
}
