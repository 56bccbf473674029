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
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Authenticates API keys in the header {@code X-API-Key}. */
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
    String key = context.request().getHeader(HEADER);
    if (key == null || access.keys().isEmpty()) {
      return Uni.createFrom().nullItem();
    }
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
    return access.keys().isEmpty()
        ? Uni.createFrom().nullItem()
        : Uni.createFrom()
            .item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "ApiKey header=" + HEADER));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }
}
