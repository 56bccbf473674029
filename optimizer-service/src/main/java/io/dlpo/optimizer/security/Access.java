package io.dlpo.optimizer.security;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How REST is protected, as the settings say. Read once, when the service starts. */
@ApplicationScoped
class Access {

  private final ApiKeys keys;
  private final boolean open;
  private final boolean local;

  /**
   * @throws IllegalArgumentException if a key is not fit for one
   */
  Access(SecuritySettings settings, @ConfigProperty(name = "quarkus.http.host") String host) {
    this.keys = new ApiKeys(settings.viewerKey(), settings.operatorKey());
    this.open = keys.isEmpty() && !settings.oidc();
    this.local = LocalHosts.contains(host);
  }

  ApiKeys keys() {
    return keys;
  }

  /** Whether nobody is asked who they are. */
  boolean isOpen() {
    return open;
  }

  /** Whether only this machine reaches the service. */
  boolean isLocal() {
    return local;
  }
}
