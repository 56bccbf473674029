package io.dlpo.optimizer.rest;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.dlpo.contracts.wire.EventSchema;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schemas that events name in their header {@code ce_dataschema}. Needs no role: consumers
 * of events have a user of Kafka and none of REST.
 */
@Tag(name = "events")
@Path("/api/schemas")
@PermitAll
@RunOnVirtualThread
public class SchemaResource {

  static final String MEDIA_TYPE = "application/schema+json";

  /** A later version may add properties to a schema. */
  private static final String CACHING = "public, max-age=3600";

  private final Map<String, EventSchema> schemas =
      EventSchema.all().stream()
          .collect(toMap(EventSchema::name, identity(), (one, other) -> one, TreeMap::new));

  /** Returns a schema by its file name, such as {@code RunFinished.v1.schema.json}. */
  @Operation(operationId = "getEventSchema", summary = "Read the JSON Schema of an event")
  @GET
  @Path("/{name}")
  @Produces(MEDIA_TYPE)
  public Response schema(
      @RestPath String name, @Context Request request, @Context HttpServerResponse http) {
    EventSchema schema = schemas.get(name);
    if (schema == null) {
      throw new NotFoundException(
          "there is no schema '%s'; there are %s"
              .formatted(name, String.join(", ", schemas.keySet())));
    }
    EntityTag tag = tag(schema);
    Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder response = unchanged == null ? Response.ok(schema.json()) : unchanged;
    // In place of the one that all responses have, to which JAX-RS would add a second one.
    http.putHeader(HttpHeaders.CACHE_CONTROL, CACHING);
    return response.tag(tag).build();
  }

  private static EntityTag tag(EventSchema schema) {
    byte[] text = schema.json().getBytes(StandardCharsets.UTF_8);
    return new EntityTag(UUID.nameUUIDFromBytes(text).toString());
  }
}
