package io.dlpo.optimizer.security;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Where nobody is asked who they are, everybody is an operator; and the log says so. */
@ApplicationScoped
class OpenAccess implements SecurityIdentityAugmentor {

  private static final Logger LOG = Logger.getLogger(OpenAccess.class);

  private final Access access;

  OpenAccess(Access access) {
    this.access = access;
  }

  void tell(@Observes StartupEvent started) {
    if (access.isOpen() && access.isLocal()) {
      LOG.info("REST is open, to this machine only");
    } else if (access.isOpen()) {
      LOG.warn(
          "REST is open to everybody who reaches it: set DLPO_SECURITY_OPERATOR_KEY, or"
              + " DLPO_SECURITY_OIDC=true with DLPO_OIDC_ISSUER");
    }
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return Uni.createFrom()
        .item(
            access.isOpen() && identity.isAnonymous()
                ? QuarkusSecurityIdentity.builder(identity).addRole(Role.OPERATOR.label()).build()
                : identity);
  }
}
