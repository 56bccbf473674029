package io.dlpo.testing.keycloak;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a Quarkus test application an issuer, as {@code DLPO_OIDC_ISSUER}, and turns it on. A field
 * of type {@link Keycloak} in the test is filled. Applications of one JVM share the Keycloak.
 */
public final class KeycloakResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of("DLPO_OIDC_ISSUER", Keycloak.shared().issuer(), "dlpo.security.oidc", "true");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(Keycloak.shared(), new TestInjector.MatchesType(Keycloak.class));
  }

  /** Nothing to do: the Keycloak ends with the JVM. */
  @Override
  public void stop() {}
}
