package io.dlpo.optimizer.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/**
 * Requires a role, under its name in {@code quarkus.http.auth.permission}. Unlike Quarkus' own
 * policies, fails instead of denying, so that the response has a body that says why.
 */
final class RolePolicy implements HttpSecurityPolicy {

  private final Role role;

  RolePolicy(Role role) {
    this.role = role;
  }

  @Override
  public String name() {
    return role.label();
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext requestContext) {
    return identity.map(
        caller -> {
          check(caller);
          return CheckResult.PERMIT;
        });
  }

  private void check(SecurityIdentity caller) {
    if (caller.hasRole(role.label())) {
      return;
    }
    if (caller.isAnonymous()) {
      throw new UnauthorizedException();
    }
    throw new ForbiddenException("this needs the role " + role.label());
  }
}
