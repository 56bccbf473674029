package io.dlpo.optimizer.rest;

import io.dlpo.optimizer.security.Ownership;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.store.PromptQueries;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Promoted prompts, for applications. Needs the database only: Kafka may be away. */
@Tag(name = "prompts")
@Path("/api/prompts")
@RolesAllowed(Role.Name.VIEWER)
@RunOnVirtualThread
public class PromptResource {

  private static final int MOST = 1000;

  /** For the reader only, since another one may not see it. */
  private static final String CACHE = "private, max-age=2";

  private final PromptQueries queries;
  private final PromptLookup prompts;
  private final ServedPrompts served;
  private final Ownership ownership;

  PromptResource(
      PromptQueries queries, PromptLookup prompts, ServedPrompts served, Ownership ownership) {
    this.queries = queries;
    this.prompts = prompts;
    this.served = served;
    this.ownership = ownership;
  }

  /** Lists the names with their versions and labels, in alphabetical order. */
  @Operation(operationId = "listPromotedPrompts", summary = "List the promoted prompts")
  @GET
  public List<PromptNameBody> names() {
    return queries.all(MOST, ownership.only()).stream().map(PromptNameBody::of).toList();
  }

  /**
   * Returns a version of a prompt: the one with a label or a number, or else the one in production,
   * or else the latest.
   */
  @Operation(operationId = "getPrompt", summary = "Read a promoted prompt")
  @APIResponseSchema(
      value = PromotedPromptBody.class,
      responseCode = "200",
      responseDescription = "The prompt; 304 if the ETag of the request is that of the prompt.")
  @GET
  @Path("/{name}")
  @Produces(MediaType.APPLICATION_JSON)
  public Response prompt(
      @RestPath String name,
      @RestQuery @Nullable String label,
      @RestQuery @Nullable String version,
      @Context Request request,
      @Context HttpServerResponse http) {
    ServedPrompt found = served.find(PromptQuery.of(name, label, version));
    // Replaces the header that all responses have; that of a JAX-RS response would be a second one.
    http.putHeader(HttpHeaders.CACHE_CONTROL, CACHE);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(found.tag());
    return (unchanged == null ? Response.ok(found.body()) : unchanged).tag(found.tag()).build();
  }

  /** Lists the versions of a prompt, newest first. */
  @Operation(operationId = "listPromptVersions", summary = "List the versions of a promoted prompt")
  @GET
  @Path("/{name}/versions")
  public List<PromotedPromptBody> versions(@RestPath String name) {
    return prompts.versions(PromptLookup.name(name)).stream().map(PromotedPromptBody::of).toList();
  }
}
