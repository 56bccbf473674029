package io.dlpo.optimizer.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.ForbiddenException;

/** Derives the owner name of a caller. */
final class OwnerName {

  private OwnerName() {}

  /**
   * Returns the owner name. Keys and tokens use separate namespaces, so that no issuer can name a
   * user like the holder of a key.
   *
   * @param claim the claim of a token that contains the name
   * @throws ForbiddenException if the token does not have the claim
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
