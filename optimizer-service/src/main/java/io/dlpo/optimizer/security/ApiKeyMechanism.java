package io.dlpo.optimizer.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** Authenticates API keys in the header {@code X-API-Key} or in the cookie of a page. */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {

  static final String HEADER = "X-API-Key";

  private static final String HELD = "dlpo.key";
  private static final int UNAUTHORIZED = 401;

  private final Access access;

  ApiKeyMechanism(Access access) {
    this.access = access;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    if (access.keys().isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    String key = context.request().getHeader(HEADER);
    return key == null ? byCookie(context.request()) : byHeader(key);
  }

  /** A cookie that is no longer valid is no failure, so that its holder can sign in again. */
  private Uni<SecurityIdentity> byCookie(HttpServerRequest request) {
    Optional<SecurityIdentity> found =
        request.getHeader("Authorization") == null
            ? PageKey.of(request)
                .filter(key -> key.allows(request))
                .flatMap(key -> access.keys().roleOf(key.value()))
                .map(ApiKeyMechanism::identity)
            : Optional.empty();
    return Uni.createFrom().optional(found);
  }

  private Uni<SecurityIdentity> byHeader(String key) {
    return access
        .keys()
        .roleOf(key)
        .map(ApiKeyMechanism::identity)
        .map(identity -> Uni.createFrom().item(identity))
        .orElseGet(
            () -> Uni.createFrom().failure(new AuthenticationFailedException("unknown API key")));
  }

  /** Whether the caller authenticated with an API key instead of a token. */
  static boolean isHolder(SecurityIdentity caller) {
    return caller.getAttribute(HELD) != null;
  }

  static SecurityIdentity identity(Role role) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(
            new QuarkusPrincipal("key of a" + (role == Role.VIEWER ? " " : "n ") + role.label()))
        .addRoles(role.granted())
        .addAttribute(HELD, true)
        .build();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return access.keys().isEmpty() || context.normalizedPath().equals(SessionRequest.SIGN_IN)
        ? Uni.createFrom().nullItem()
        : Uni.createFrom()
            .item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "ApiKey header=" + HEADER));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }
}
