package io.dlpo.optimizer.security;

import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The policies that {@code quarkus.http.auth.permission} names. */
class RolePolicies {

  @Produces
  @Singleton
  HttpSecurityPolicy viewer() {
    return new RolePolicy(Role.VIEWER);
  }

  @Produces
  @Singleton
  HttpSecurityPolicy operator() {
    return new RolePolicy(Role.OPERATOR);
  }
}
