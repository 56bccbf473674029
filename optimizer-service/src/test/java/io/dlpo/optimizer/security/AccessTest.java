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
  private static final String SECRET = "a-client-secret-of-32-characters";
  private static final Settings NONE =
      new Settings(
          false, false, false, false, Optional.empty(), Optional.empty(), Optional.empty());

  private record Settings(
      boolean oidc,
      boolean privateRuns,
      boolean required,
      boolean signIn,
      Optional<String> clientSecret,
      Optional<String> operatorKey,
      Optional<Set<String>> hosts)
      implements SecuritySettings {

    @Override
    public Optional<String> viewerKey() {
      return Optional.empty();
    }

    Settings withIssuer() {
      return new Settings(true, privateRuns, required, signIn, clientSecret, operatorKey, hosts);
    }

    Settings withKey() {
      Optional<String> key = Optional.of("operators-may-do-all");
      return new Settings(oidc, privateRuns, required, signIn, clientSecret, key, hosts);
    }

    Settings withPrivateRuns() {
      return new Settings(oidc, true, required, signIn, clientSecret, operatorKey, hosts);
    }

    Settings thatMustNotBeOpen() {
      return new Settings(oidc, privateRuns, true, signIn, clientSecret, operatorKey, hosts);
    }

    Settings withSignIn(String secret) {
      Optional<String> given = Optional.of(secret).filter(text -> !text.isEmpty());
      return new Settings(oidc, privateRuns, required, true, given, operatorKey, hosts);
    }

    Settings under(String... names) {
      Optional<Set<String>> given = Optional.of(Set.of(names));
      return new Settings(oidc, privateRuns, required, signIn, clientSecret, operatorKey, given);
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
                  + " DLPO_SECURITY_OIDC=true with DLPO_OIDC_ISSUER, or remove it");
    }
    assertThat(new Access(NONE.withPrivateRuns().withIssuer(), LOOPBACK).hasPrivateRuns()).isTrue();
  }

  @Test
  void shouldOfferTheSignInOfAnIssuer() {
    assertThat(new Access(NONE.withIssuer(), LOOPBACK).offersSignIn()).isFalse();
    assertThat(new Access(NONE.withIssuer().withSignIn(SECRET), LOOPBACK).offersSignIn()).isTrue();
  }

  @Test
  void shouldOfferNoSignInWithoutAnIssuer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Access(NONE.withKey().withSignIn(SECRET), LOOPBACK))
        .withMessage(
            "dlpo.security.sign-in is true, but there is no issuer to sign in with; set"
                + " DLPO_SECURITY_OIDC=true with DLPO_OIDC_ISSUER, or remove it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "31-characters-are-one-too-few--"})
  void shouldNotEncryptSessionsWithASecretThatIsTooShort(String secret) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Access(NONE.withIssuer().withSignIn(secret), LOOPBACK))
        .withMessage(
            "dlpo.security.client-secret has %d characters; must have at least 32 to encrypt"
                    .formatted(secret.length())
                + " sessions; set DLPO_SECURITY_CLIENT_SECRET to the secret of the client at the"
                + " issuer");
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
