package io.dlpo.testing.keycloak;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a Quarkus test application an issuer, as {@code DLPO_OIDC_ISSUER}, and turns it on. A field
 * of type {@link Keycloak} in the test is filled.
 */
public final class KeycloakResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable Keycloak keycloak;

  @Override
  public Map<String, String> start() {
    keycloak = Keycloak.start();
    return Map.of("DLPO_OIDC_ISSUER", keycloak.issuer(), "dlpo.security.oidc", "true");
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(keycloak, new TestInjector.MatchesType(Keycloak.class));
  }

  @Override
  public void stop() {
    if (keycloak != null) {
      keycloak.close();
    }
  }
}
