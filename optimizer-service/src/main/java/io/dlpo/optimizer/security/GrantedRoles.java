package io.dlpo.optimizer.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds the roles that a caller's role includes. If the API is open, makes every caller an operator.
 */
@ApplicationScoped
class GrantedRoles implements SecurityIdentityAugmentor {

  private final Access access;

  GrantedRoles(Access access) {
    this.access = access;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    Set<String> granted =
        own(identity).flatMap(role -> role.granted().stream()).collect(Collectors.toSet());
    return Uni.createFrom()
        .item(
            granted.isEmpty()
                ? identity
                : QuarkusSecurityIdentity.builder(identity).addRoles(granted).build());
  }

  private Stream<Role> own(SecurityIdentity identity) {
    return identity.isAnonymous()
        ? Stream.of(Role.OPERATOR).filter(role -> access.isOpen())
        : Arrays.stream(Role.values()).filter(role -> identity.hasRole(role.label()));
  }
}
