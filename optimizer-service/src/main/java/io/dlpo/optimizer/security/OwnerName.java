package io.dlpo.optimizer.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.ForbiddenException;

/** What a caller is called as an owner. */
final class OwnerName {

  private OwnerName() {}

  /**
   * Keys and tokens have each their own kind of name, so that nobody is taken for the holder of a
   * key by what an issuer calls them.
   *
   * @param claim of a token that has the name
   * @throws ForbiddenException if the token has no such claim
   */
  static String of(SecurityIdentity caller, String claim) {
    String name = caller.getPrincipal().getName();
    if (name == null || name.isBlank()) {
      throw new ForbiddenException(
          "your token does not say who you are: it has no claim '%s'; the service's setting"
                  .formatted(claim)
              + " DLPO_OIDC_NAME_CLAIM names another one");
    }
    return (ApiKeyMechanism.isHolder(caller) ? "key " : "user ") + name;
  }
}
