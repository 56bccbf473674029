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
 * Whose is what, for the caller of the request at hand. Owners are written down wherever callers
 * say who they are; only where runs are private does it matter. What is another's is then not there
 * for a caller: the answers are those to an id that nobody has. Blocks.
 */
@ApplicationScoped
public class Ownership {

  /** Of the settings, for one that is set to nothing. */
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
   * The caller asks for something new of that id, or once more for what is the caller's.
   *
   * @throws ClientErrorException with 409 if it is another's
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

  /** Who uploads a dataset; empty if nobody is asked. */
  public Optional<String> uploader() {
    return caller.isAnonymous() ? Optional.empty() : Optional.of(name());
  }

  /** Whether it is there for the caller. */
  public boolean isVisible(Owned kind, String id) {
    return !isRestricted() || owners.owns(kind, id, name());
  }

  /**
   * Goes on only if it is there for the caller.
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
   * Goes on only if the caller sees what is of all.
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

  /** The owner whose things a list has; empty if it has all. */
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
    return kind == Owned.EXPERIMENT ? "an experiment" : "a run";
  }
}
