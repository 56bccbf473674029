package io.dlpo.optimizer.rest;

import io.dlpo.contracts.event.PromptCommanded;
import io.dlpo.contracts.event.RegistryCommand;
import io.dlpo.contracts.id.PromptLabel;
import io.dlpo.contracts.id.PromptName;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.core.registry.RegisteredVersion;
import io.dlpo.events.EventPublisher;
import io.dlpo.optimizer.security.Ownership;
import io.dlpo.optimizer.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Moves and removes the labels of promoted prompts. The command is published before the response;
 * its handler applies it.
 */
@Tag(name = "prompts")
@Path("/api/prompts/{name}/labels/{label}")
@RolesAllowed(Role.Name.VIEWER)
@RunOnVirtualThread
public class PromptLabelResource {

  private static final String VERSION = "version";

  private final PromptLookup prompts;
  private final Ownership ownership;
  private final EventPublisher publisher;

  PromptLabelResource(PromptLookup prompts, Ownership ownership, EventPublisher publisher) {
    this.prompts = prompts;
    this.ownership = ownership;
    this.publisher = publisher;
  }

  /** The label that a request is about. */
  public record RequestedLabel(String name, String label) {}

  /** Moves a label to a version, or makes it. To roll back, move it to an earlier version. */
  @Operation(operationId = "movePromptLabel", summary = "Move a label to a version of a prompt")
  @APIResponseSchema(
      value = RequestedLabel.class,
      responseCode = "202",
      responseDescription = "The change is requested.")
  @PUT
  @RolesAllowed(Role.Name.OPERATOR)
  @Consumes(MediaType.APPLICATION_JSON)
  public Response move(@RestPath String name, @RestPath String label, byte[] body) {
    PromptName prompt = PromptLookup.name(name);
    PromptLabel moved = PromptLookup.label(label);
    int version = version(body, prompts.state(prompt).versions());
    return command(RegistryCommand.LABEL, moved, prompts.numbered(prompt, version));
  }

  private static int version(byte[] body, int versions) {
    String allowed = "1 to %d, the versions of the prompt".formatted(versions);
    BodyFields fields = new BodyFields(body, List.of(VERSION));
    fields.require(VERSION, allowed);
    Integer version = fields.number(VERSION, allowed);
    fields.refuseIfWrong();
    if (version == null || version < 1 || version > versions) {
      throw new RefusedException(Problem.of(VERSION, String.valueOf(version), allowed));
    }
    return version;
  }

  /** Removes a label. */
  @Operation(operationId = "removePromptLabel", summary = "Remove a label of a prompt")
  @APIResponseSchema(
      value = RequestedLabel.class,
      responseCode = "202",
      responseDescription = "The change is requested.")
  @DELETE
  @RolesAllowed(Role.Name.OPERATOR)
  public Response remove(@RestPath String name, @RestPath String label) {
    PromptLabel removed = PromptLookup.label(label);
    return command(
        RegistryCommand.UNLABEL, removed, prompts.labelled(PromptLookup.name(name), removed));
  }

  private Response command(RegistryCommand command, PromptLabel label, RegisteredVersion version) {
    publisher.publish(
        List.of(
            new PromptCommanded(
                UUID.randomUUID().toString(),
                command,
                version.name(),
                version.runId(),
                label,
                command == RegistryCommand.LABEL ? version.version() : null,
                null,
                null,
                ownership.callerName().orElse(null),
                PromotionResource.now())));
    return Response.accepted(new RequestedLabel(version.name().value(), label.value())).build();
  }
}
