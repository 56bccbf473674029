package io.dlpo.optimizer.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessTest {

  private record Settings(boolean oidc, boolean privateRuns, Optional<String> operatorKey)
      implements SecuritySettings {

    @Override
    public Optional<String> viewerKey() {
      return Optional.empty();
    }
  }

  @Test
  void shouldBeOpenOnlyWithoutAKeyAndAnIssuer() {
    assertThat(access(false, false, Optional.empty()).isOpen()).isTrue();
    assertThat(access(true, false, Optional.empty()).isOpen()).isFalse();
    assertThat(access(false, false, Optional.of("operators-may-do-all")).isOpen()).isFalse();
  }

  @Test
  void shouldHaveNoPrivateRunsWhereNobodyHasAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> access(false, true, Optional.empty()))
        .withMessage(
            "dlpo.security.private-runs is true, but REST is open and nobody has a name; set"
                + " DLPO_SECURITY_OIDC=true with DLPO_OIDC_ISSUER, or take it away");
    assertThat(access(true, true, Optional.empty()).hasPrivateRuns()).isTrue();
  }

  private static Access access(boolean oidc, boolean privateRuns, Optional<String> key) {
    return new Access(new Settings(oidc, privateRuns, key), "127.0.0.1");
  }
}
