package io.dlpo.optimizer.security;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How REST is protected, as the settings say. Read once, when the service starts. */
@ApplicationScoped
class Access {

  private final ApiKeys keys;
  private final boolean open;
  private final boolean local;
  private final boolean privateRuns;

  /**
   * @throws IllegalArgumentException if a key is not fit for one, or runs are to be private and
   *     nobody is asked who they are
   */
  Access(SecuritySettings settings, @ConfigProperty(name = "quarkus.http.host") String host) {
    this.keys = new ApiKeys(settings.viewerKey(), settings.operatorKey());
    this.open = keys.isEmpty() && !settings.oidc();
    this.local = LocalHosts.contains(host);
    this.privateRuns = settings.privateRuns();
    if (open && privateRuns) {
      throw new IllegalArgumentException(
          "dlpo.security.private-runs is true, but REST is open and nobody has a name; set"
              + " DLPO_SECURITY_OIDC=true with DLPO_OIDC_ISSUER, or take it away");
    }
  }

  ApiKeys keys() {
    return keys;
  }

  /** Whether nobody is asked who they are. */
  boolean isOpen() {
    return open;
  }

  /** Whether runs are there for their owners only. */
  boolean hasPrivateRuns() {
    return privateRuns;
  }

  /** Whether only this machine reaches the service. */
  boolean isLocal() {
    return local;
  }
}
