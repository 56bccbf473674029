package io.dlpo.optimizer.rest;

import io.dlpo.contracts.event.PromotionEvidence;
import io.dlpo.contracts.event.PromptCommanded;
import io.dlpo.contracts.event.RegistryCommand;
import io.dlpo.core.registry.PromotionRule;
import io.dlpo.events.EventPublisher;
import io.dlpo.optimizer.security.Ownership;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.store.ForkSource;
import io.dlpo.optimizer.store.Owned;
import io.dlpo.optimizer.store.RunDetails;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Promotes the best prompts of runs. The command is published before the response; its handler
 * assigns the version.
 */
@Tag(name = "prompts")
@Path("/api/runs/{id}/promote")
@RolesAllowed(Role.Name.VIEWER)
@RunOnVirtualThread
public class PromotionResource {

  private final RunQueries runs;
  private final RunEvidence evidence;
  private final Ownership ownership;
  private final EventPublisher publisher;

  PromotionResource(
      RunQueries runs, RunEvidence evidence, Ownership ownership, EventPublisher publisher) {
    this.runs = runs;
    this.evidence = evidence;
    this.ownership = ownership;
    this.publisher = publisher;
  }

  /** The name and the run of a requested promotion. */
  public record Promotion(String name, String runId) {}

  /**
   * Requests a promotion. A run has one version under a name: repeated, the request only moves the
   * label.
   */
  @Operation(operationId = "promotePrompt", summary = "Promote the best prompt of a run")
  @APIResponseSchema(
      value = Promotion.class,
      responseCode = "202",
      responseDescription = "The promotion is requested.")
  @POST
  @RolesAllowed(Role.Name.OPERATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response promote(@RestPath String id, byte[] body) {
    RunDetails run =
        runs.view(RunResource.id(id))
            .orElseThrow(() -> new NotFoundException("there is no run '" + id + "'"));
    PromoteBody promotion = PromoteBody.read(body);
    PromotionRule rule = PromotionRule.of(run.runId(), run.view(), promotion.force());
    rule.refusal()
        .ifPresent(
            refusal -> {
              throw new ClientErrorException(refusal, Response.Status.CONFLICT);
            });
    ForkSource source = runs.forkSource(run.runId()).orElseThrow();
    PromotionEvidence found = evidence.of(run, source.spec(), rule.isForced());
    ownership.claim(Owned.PROMPT, promotion.name().value());
    publisher.publish(List.of(command(run, promotion, found)));
    return Response.accepted(new Promotion(promotion.name().value(), run.runId().value()))
        .location(URI.create("/api/prompts/" + promotion.name() + "/versions"))
        .build();
  }

  private PromptCommanded command(
      RunDetails run, PromoteBody promotion, PromotionEvidence evidence) {
    return new PromptCommanded(
        UUID.randomUUID().toString(),
        RegistryCommand.PROMOTE,
        promotion.name(),
        run.runId(),
        promotion.label(),
        null,
        run.view().best().text(),
        evidence,
        ownership.callerName().orElse(null),
        now());
  }

  /** The time of a command, in milliseconds like all times of the API. */
  static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
