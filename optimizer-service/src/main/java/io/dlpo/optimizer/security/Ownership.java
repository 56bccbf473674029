package io.dlpo.optimizer.security;

import io.dlpo.optimizer.store.Owned;
import io.dlpo.optimizer.store.OwnerStore;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Checks ownership for the caller of the current request. Owners are recorded for all authenticated
 * requests, but only restrict access if runs are private. An entity of another owner then looks as
 * if it did not exist. Blocks.
 */
@ApplicationScoped
public class Ownership {

  /** The default claim if the setting is empty. */
  private static final String NAME_CLAIM = "sub";

  private final Access access;
  private final SecurityIdentity caller;
  private final OwnerStore owners;
  private final String nameClaim;

  Ownership(
      Access access,
      SecurityIdentity caller,
      OwnerStore owners,
      @ConfigProperty(name = "quarkus.oidc.token.principal-claim") Optional<String> nameClaim) {
    this.access = access;
    this.caller = caller;
    this.owners = owners;
    this.nameClaim = nameClaim.orElse(NAME_CLAIM);
  }

  /**
   * Claims a new id for the caller. Has no effect if the caller already owns it.
   *
   * @throws ClientErrorException with status 409 if it belongs to another owner
   */
  public void claim(Owned kind, String id) {
    if (caller.isAnonymous()) {
      return;
    }
    boolean own = owners.claim(kind, id, name());
    if (!own && isRestricted()) {
      throw new ClientErrorException(
          "there is %s '%s' already, and it is not yours; choose another id or name"
              .formatted(described(kind), id),
          Response.Status.CONFLICT);
    }
  }

  /** Returns the owner name of the caller, or empty for anonymous callers. */
  public Optional<String> callerName() {
    return caller.isAnonymous() ? Optional.empty() : Optional.of(name());
  }

  /** Whether the caller can see the entity. */
  public boolean isVisible(Owned kind, String id) {
    return !isRestricted() || owners.owns(kind, id, name());
  }

  /**
   * Requires that the caller can see the entity.
   *
   * @throws NotFoundException if not
   */
  void require(Owned kind, String id) {
    if (!isVisible(kind, id)) {
      throw new NotFoundException(
          "there is no %s '%s'".formatted(kind.name().toLowerCase(Locale.ROOT), id));
    }
  }

  /**
   * Requires that the caller can see the entities of all owners.
   *
   * @throws ForbiddenException if not
   */
  void requireAll() {
    if (isRestricted()) {
      throw new ForbiddenException(
          "this is of all runs, and runs are private here; it takes the role "
              + Role.ADMIN.label());
    }
  }

  /** Returns the owner that lists are restricted to, or empty without a restriction. */
  public Optional<String> only() {
    return isRestricted() ? Optional.of(name()) : Optional.empty();
  }

  private boolean isRestricted() {
    return access.hasPrivateRuns() && !caller.hasRole(Role.ADMIN.label());
  }

  private String name() {
    return OwnerName.of(caller, nameClaim);
  }

  private static String described(Owned kind) {
    return switch (kind) {
      case EXPERIMENT -> "an experiment";
      case PROMPT -> "a prompt";
      case RUN, DATASET -> "a run";
    };
  }
}
