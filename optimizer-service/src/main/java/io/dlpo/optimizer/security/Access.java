package io.dlpo.optimizer.security;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How REST is protected, as the settings say. Read once, when the service starts. */
@ApplicationScoped
class Access {

  private static final String WAYS =
      "set DLPO_SECURITY_OPERATOR_KEY to a key, or DLPO_SECURITY_OIDC=true with DLPO_OIDC_ISSUER";

  private final ApiKeys keys;
  private final boolean open;
  private final boolean local;
  private final boolean privateRuns;
  private final HostNames hosts;

  /**
   * @throws IllegalArgumentException if a key is not fit for one, if REST is open and must not be,
   *     or if runs are to be private and no issuer says who a caller is
   */
  Access(SecuritySettings settings, @ConfigProperty(name = "quarkus.http.host") String host) {
    this.keys = new ApiKeys(settings.viewerKey(), settings.operatorKey());
    this.open = keys.isEmpty() && !settings.oidc();
    this.local = HostNames.LOOPBACK.contain(host);
    this.privateRuns = settings.privateRuns();
    this.hosts = open ? named(settings) : HostNames.ANY;
    if (open && settings.required()) {
      throw new IllegalArgumentException(
          "dlpo.security.required is true, but there is neither a key nor an issuer; " + WAYS);
    }
    if (privateRuns && !settings.oidc()) {
      throw new IllegalArgumentException(
          "dlpo.security.private-runs is true, but nothing tells one user from another; set"
              + " DLPO_SECURITY_OIDC=true with DLPO_OIDC_ISSUER, or take it away");
    }
  }

  private HostNames named(SecuritySettings settings) {
    return settings.hosts().map(HostNames::new).orElse(local ? HostNames.LOOPBACK : HostNames.ANY);
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

  /** The names by which a request may call the service. */
  HostNames hosts() {
    return hosts;
  }
}
