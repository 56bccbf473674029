package io.dlpo.optimizer.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Signs in to the pages with an API key. Open to everybody, because it shows nothing but the
 * caller's own role.
 */
@Path("/session")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

  private final Access access;
  private final SecurityIdentity caller;
  private final RoutingContext context;

  SessionResource(Access access, SecurityIdentity caller, RoutingContext context) {
    this.access = access;
    this.caller = caller;
    this.context = context;
  }

  /** A key to sign in with. */
  public record SignIn(@Nullable String key) {}

  /**
   * Who the caller is.
   *
   * @param open whether no sign-in is needed
   * @param keys whether an API key can sign in
   * @param role the highest role of the caller; null without one
   * @param csrfToken what a page must send in {@code X-CSRF-Token} with changes; null unless the
   *     cookie authenticates it
   */
  public record Session(
      boolean open, boolean keys, @Nullable String role, @Nullable String csrfToken) {}

  /** Returns who the caller is. */
  @GET
  @Operation(hidden = true)
  public Session session() {
    String role =
        Arrays.stream(Role.values())
            .filter(one -> caller.hasRole(one.label()))
            .max(Comparator.naturalOrder())
            .map(Role::label)
            .orElse(null);
    Optional<String> token =
        PageKey.of(context.request())
            .filter(key -> access.keys().roleOf(key.value()).isPresent())
            .map(PageKey::token);
    return new Session(access.isOpen(), !access.keys().isEmpty(), role, token.orElse(null));
  }

  /**
   * Stores a valid key in a cookie.
   *
   * @throws NotAuthorizedException if the key is unknown
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Session signIn(SignIn request) {
    PageKey key = new PageKey(request.key() == null ? "" : request.key());
    Role role =
        access
            .keys()
            .roleOf(key.value())
            .orElseThrow(
                () ->
                    new NotAuthorizedException("this is not an API key of this service", "ApiKey"));
    context.response().addCookie(key.cookie(isEncrypted()));
    return new Session(false, true, role.label(), key.token());
  }

  /** Removes the key from the browser. */
  @DELETE
  @Operation(hidden = true)
  public void signOut() {
    context.response().addCookie(PageKey.removal());
  }

  /** A proxy that ends TLS says so. */
  private boolean isEncrypted() {
    return context.request().isSSL()
        || "https".equalsIgnoreCase(context.request().getHeader("X-Forwarded-Proto"));
  }
}
