package io.dlpo.optimizer.rest;

import io.dlpo.core.limit.InputLimits;
import io.dlpo.optimizer.LimitSettings;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.waiting.Flow;
import io.dlpo.optimizer.waiting.StageFlow;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The flow of events between the services, over all runs. */
@Tag(name = "flow")
@Path("/api/flow")
@RolesAllowed(Role.Name.VIEWER)
@RunOnVirtualThread
public class FlowResource {

  private final Flow flow;
  private final InputLimits limits;

  FlowResource(Flow flow, LimitSettings limits) {
    this.flow = flow;
    this.limits = limits.limits();
  }

  /**
   * The flow now.
   *
   * @param kafka whether the broker answered
   * @param stages the topics with the services that process them, in processing order; empty if the
   *     broker did not answer
   * @param limits how large the input of a run may be
   */
  public record FlowBody(boolean kafka, List<StageBody> stages, InputLimits limits) {}

  /** A topic and the service that processes it; the fields are those of {@link StageFlow}. */
  public record StageBody(
      String service,
      String event,
      String topic,
      String group,
      int members,
      int partitions,
      long lag,
      @Nullable Double rate) {

    static StageBody of(StageFlow stage) {
      return new StageBody(
          stage.service(),
          stage.input().record().getSimpleName(),
          stage.input().topic(),
          stage.group(),
          stage.members(),
          stage.partitions(),
          stage.lag(),
          stage.rate());
    }
  }

  /** Returns the backlog and the rate of each stage. */
  @Operation(operationId = "getFlow", summary = "Show the backlog and the rate of each service")
  @GET
  public FlowBody now() {
    return flow.now()
        .map(stages -> new FlowBody(true, stages.stream().map(StageBody::of).toList(), limits))
        .orElseGet(() -> new FlowBody(false, List.of(), limits));
  }
}
