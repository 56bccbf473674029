package io.dlpo.optimizer.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.ws.rs.ForbiddenException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerNameTest {

  private static final String CLAIM = "sub";

  @Test
  void shouldNotTakeAUserForTheHolderOfAKeyWhateverTheIssuerCallsThem() {
    // Given
    SecurityIdentity holder = ApiKeyMechanism.identity(Role.OPERATOR);
    SecurityIdentity user = named(holder.getPrincipal().getName());

    // Then
    assertThat(OwnerName.of(user, CLAIM)).isNotEqualTo(OwnerName.of(holder, CLAIM));
  }

  @Test
  void shouldTellHoldersOfDifferentKeysAndUsersOfDifferentNamesFromEachOther() {
    assertThat(OwnerName.of(ApiKeyMechanism.identity(Role.OPERATOR), CLAIM))
        .isNotEqualTo(OwnerName.of(ApiKeyMechanism.identity(Role.VIEWER), CLAIM));
    assertThat(OwnerName.of(named("olga"), CLAIM)).isNotEqualTo(OwnerName.of(named("otto"), CLAIM));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void shouldSayWhichClaimATokenLacks(@Nullable String name) {
    assertThatExceptionOfType(ForbiddenException.class)
        .isThrownBy(() -> OwnerName.of(named(name), CLAIM))
        .withMessageContaining("no claim 'sub'")
        .withMessageContaining("DLPO_OIDC_NAME_CLAIM");
  }

  /** As a token without the claim: its principal has no name. */
  private static SecurityIdentity named(@Nullable String name) {
    Principal principal =
        new Principal() {
          @Override
          @SuppressWarnings("NullAway") // as OpenID Connect's principal does
          public String getName() {
            return name;
          }
        };
    return QuarkusSecurityIdentity.builder().setPrincipal(principal).build();
  }
}
