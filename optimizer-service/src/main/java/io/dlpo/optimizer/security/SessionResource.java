package io.dlpo.optimizer.security;

import io.quarkus.oidc.IdTokenCredential;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Signs in to the pages with an API key or with the issuer. Open to everybody, because it shows
 * nothing but the caller's own role.
 */
@Path("/session")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

  /** A path of this service; a browser takes two slashes, or a backslash, for another host. */
  private static final Pattern OWN_PATH = Pattern.compile("/(?:[\\w.~%-]+/?)*");

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
   * @param signIn whether the issuer can
   * @param signedIn whether a cookie authenticates the caller, who may still have no role
   * @param role the highest role of the caller; null without one
   * @param csrfToken what a page must send in {@code X-CSRF-Token} with changes; null unless the
   *     caller is signed in
   */
  public record Session(
      boolean open,
      boolean keys,
      boolean signIn,
      boolean signedIn,
      @Nullable String role,
      @Nullable String csrfToken) {}

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
    return session(role, token());
  }

  private Session session(@Nullable String role, Optional<CsrfToken> token) {
    return new Session(
        access.isOpen(),
        !access.keys().isEmpty(),
        access.offersSignIn(),
        token.isPresent(),
        role,
        token.map(CsrfToken::value).orElse(null));
  }

  private Optional<CsrfToken> token() {
    return caller.getCredential(IdTokenCredential.class) == null
        ? PageKey.of(context.request())
            .filter(key -> access.keys().roleOf(key.value()).isPresent())
            .map(PageKey::token)
        : Optional.of(CsrfToken.of(context.request()).orElseGet(this::newToken));
  }

  private CsrfToken newToken() {
    CsrfToken token = CsrfToken.random();
    context.response().addCookie(token.cookie(isEncrypted()));
    return token;
  }

  /**
   * Where the sign-in with the issuer ends. Who is not signed in yet is redirected to the issuer
   * before this is called.
   *
   * @param to the page to go on with, as a path
   */
  @GET
  @Path("sign-in")
  @Operation(hidden = true)
  public Response signedIn(@QueryParam("to") @Nullable String to) {
    // A location would become absolute, with the scheme that a proxy uses.
    return Response.status(Response.Status.SEE_OTHER)
        .header("Location", to != null && OWN_PATH.matcher(to).matches() ? to : "/")
        .build();
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
    return session(role.label(), Optional.of(key.token()));
  }

  /** Removes the key and the session from the browser. The session at the issuer stays. */
  @DELETE
  @Operation(hidden = true)
  public void signOut() {
    Stream.concat(
            Stream.of(PageKey.COOKIE, CsrfToken.COOKIE),
            PageSession.cookies(context.request()).stream())
        .map(PageCookie::removal)
        .forEach(context.response()::addCookie);
  }

  /** A proxy that ends TLS says so. */
  private boolean isEncrypted() {
    return context.request().isSSL()
        || "https".equalsIgnoreCase(context.request().getHeader("X-Forwarded-Proto"));
  }
}
