package io.dlpo.optimizer.rest;

import io.dlpo.contracts.id.RunId;
import io.dlpo.optimizer.live.LiveHub;
import io.dlpo.optimizer.live.LiveMessage;
import io.dlpo.optimizer.security.Ownership;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.store.Owned;
import io.dlpo.optimizer.store.OwnerStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Streams the changes of all runs that the caller can see. */
@Tag(name = "runs")
@Path("/api/events")
@RolesAllowed(Role.Name.VIEWER)
public class LiveResource {

  private final LiveHub hub;
  private final Ownership ownership;
  private final OwnerStore owners;

  LiveResource(LiveHub hub, Ownership ownership, OwnerStore owners) {
    this.hub = hub;
    this.ownership = ownership;
    this.owners = owners;
  }

  /**
   * Sends {@code run} for each change of a run from now on, and {@code gone} for each run that is
   * deleted, until the client disconnects.
   */
  @Operation(
      operationId = "followAllRuns",
      summary = "Follow all runs: their changes as server-sent events")
  @APIResponse(
      responseCode = "200",
      description = "Events run (RunBody) and gone (the id of a run), without an end.",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(ref = "ServerSentEvent")))
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RunOnVirtualThread
  public void events(@Context SseEventSink sink, @Context Sse sse) {
    Predicate<RunId> visible = visible(ownership.only());
    new LiveStream(sink, sse)
        .write(
            hub.watchAll(),
            message ->
                switch (message) {
                  case LiveMessage.RunChanged changed -> visible.test(changed.run().runId());
                  case LiveMessage.RunGone gone -> visible.test(gone.runId());
                  case LiveMessage.StepMade step -> false;
                  case LiveMessage.StatusSet status -> false;
                  case LiveMessage.RecordSeen seen -> false;
                });
  }

  /** The owner of a run never changes, so each is looked up once. */
  private Predicate<RunId> visible(Optional<String> owner) {
    if (owner.isEmpty()) {
      return runId -> true;
    }
    Map<RunId, Boolean> known = new HashMap<>();
    return runId ->
        known.computeIfAbsent(runId, id -> owners.owns(Owned.RUN, id.value(), owner.orElseThrow()));
  }
}
