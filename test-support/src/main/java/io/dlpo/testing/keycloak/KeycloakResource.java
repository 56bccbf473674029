package io.dlpo.testing.keycloak;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Enables OpenID Connect and the sign-in of the pages in a Quarkus test application, with Keycloak
 * as {@code DLPO_OIDC_ISSUER}. Injects it into a field of type {@link Keycloak} in the test. All
 * applications of a JVM share it.
 */
public final class KeycloakResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of(
        "DLPO_OIDC_ISSUER",
        Keycloak.shared().issuer(),
        "dlpo.security.oidc",
        "true",
        "dlpo.security.sign-in",
        "true",
        "dlpo.security.client-secret",
        Keycloak.CLIENT_SECRET);
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(Keycloak.shared(), new TestInjector.MatchesType(Keycloak.class));
  }

  /** Does nothing: Keycloak stops with the JVM. */
  @Override
  public void stop() {}
}
