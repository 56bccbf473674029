package io.dlpo.optimizer.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

  private static final String LOOPBACK = "127.0.0.1";
  private static final String EVERYWHERE = "0.0.0.0";
  private static final Settings NONE =
      new Settings(false, false, false, Optional.empty(), Optional.empty());

  private record Settings(
      boolean oidc,
      boolean privateRuns,
      boolean required,
      Optional<String> operatorKey,
      Optional<Set<String>> hosts)
      implements SecuritySettings {

    @Override
    public Optional<String> viewerKey() {
      return Optional.empty();
    }

    Settings withIssuer() {
      return new Settings(true, privateRuns, required, operatorKey, hosts);
    }

    Settings withKey() {
      return new Settings(oidc, privateRuns, required, Optional.of("operators-may-do-all"), hosts);
    }

    Settings withPrivateRuns() {
      return new Settings(oidc, true, required, operatorKey, hosts);
    }

    Settings thatMustNotBeOpen() {
      return new Settings(oidc, privateRuns, true, operatorKey, hosts);
    }

    Settings under(String... names) {
      return new Settings(oidc, privateRuns, required, operatorKey, Optional.of(Set.of(names)));
    }
  }

  @Test
  void shouldBeOpenOnlyWithoutAKeyAndAnIssuer() {
    assertThat(new Access(NONE, LOOPBACK).isOpen()).isTrue();
    assertThat(new Access(NONE.withIssuer(), LOOPBACK).isOpen()).isFalse();
    assertThat(new Access(NONE.withKey(), LOOPBACK).isOpen()).isFalse();
  }

  @Test
  void shouldNotStartOpenWhereItMustNotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Access(NONE.thatMustNotBeOpen(), EVERYWHERE))
        .withMessage(
            "dlpo.security.required is true, but there is neither a key nor an issuer; set"
                + " DLPO_SECURITY_OPERATOR_KEY to a key, or DLPO_SECURITY_OIDC=true with"
                + " DLPO_OIDC_ISSUER");
    assertThat(new Access(NONE.thatMustNotBeOpen().withKey(), EVERYWHERE).isOpen()).isFalse();
    assertThat(new Access(NONE.thatMustNotBeOpen().withIssuer(), EVERYWHERE).isOpen()).isFalse();
  }

  @Test
  void shouldHaveNoPrivateRunsWhereUsersAreNotTold() {
    for (Settings settings : new Settings[] {NONE, NONE.withKey()}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Access(settings.withPrivateRuns(), LOOPBACK))
          .withMessage(
              "dlpo.security.private-runs is true, but nothing tells one user from another; set"
                  + " DLPO_SECURITY_OIDC=true with DLPO_OIDC_ISSUER, or take it away");
    }
    assertThat(new Access(NONE.withPrivateRuns().withIssuer(), LOOPBACK).hasPrivateRuns()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "::1", "[::1]"})
  void shouldKnowTheLoopbackInterfaceByAllItsNames(String host) {
    assertThat(new Access(NONE, host).isLocal()).isTrue();
    assertThat(new Access(NONE, host).hosts()).isEqualTo(HostNames.LOOPBACK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.1", "127.0.0.1.example"})
  void shouldNotTakeAnotherInterfaceForTheLoopback(String host) {
    assertThat(new Access(NONE, host).isLocal()).isFalse();
  }

  @Test
  void shouldBeCalledByTheLoopbacksNamesOnlyWhileItIsOpenAndListensThere() {
    assertThat(new Access(NONE, LOOPBACK).hosts()).isEqualTo(HostNames.LOOPBACK);
    assertThat(new Access(NONE, EVERYWHERE).hosts()).isEqualTo(HostNames.ANY);
    assertThat(new Access(NONE.withKey(), LOOPBACK).hosts()).isEqualTo(HostNames.ANY);
  }

  @Test
  void shouldBeCalledByTheNamesThatAreSetWhileItIsOpen() {
    Settings named = NONE.under("localhost", "optimizer");

    assertThat(new Access(named, EVERYWHERE).hosts())
        .isEqualTo(new HostNames(Set.of("localhost", "optimizer")));
    assertThat(new Access(named.withKey(), EVERYWHERE).hosts()).isEqualTo(HostNames.ANY);
  }
}
