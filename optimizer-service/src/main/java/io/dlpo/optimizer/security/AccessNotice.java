package io.dlpo.optimizer.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Logs weaknesses of the access control at startup. */
@ApplicationScoped
class AccessNotice {

  private static final Logger LOG = Logger.getLogger(AccessNotice.class);

  private final Access access;
  private final boolean issuer;
  private final boolean audience;

  AccessNotice(
      Access access,
      SecuritySettings settings,
      @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<String> audience) {
    this.access = access;
    this.issuer = settings.oidc();
    this.audience = audience.isPresent();
  }

  void tell(@Observes StartupEvent started) {
    if (access.isOpen() && access.isLocal()) {
      LOG.info("REST is open, to this machine only");
    } else if (access.isOpen()) {
      LOG.warn(
          "REST is open to everybody who reaches it: set DLPO_SECURITY_OPERATOR_KEY, or"
              + " DLPO_SECURITY_OIDC=true with DLPO_OIDC_ISSUER");
    }
    if (issuer && !audience) {
      LOG.warn(
          "tokens that the issuer made for other applications are accepted too: set"
              + " DLPO_OIDC_AUDIENCE to the audience of tokens for this one");
    }
  }
}
