package io.dlpo.optimizer.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

  private static final Optional<String> VIEWER = Optional.of("the-key-of-viewers");
  private static final Optional<String> OPERATOR = Optional.of("the-key-of-operators");

  @Test
  void shouldKnowTheRoleOfEachKey() {
    ApiKeys keys = new ApiKeys(VIEWER, OPERATOR);

    assertThat(keys.roleOf(VIEWER.get())).contains(Role.VIEWER);
    assertThat(keys.roleOf(OPERATOR.get())).contains(Role.OPERATOR);
    assertThat(keys.isEmpty()).isFalse();
  }

  @Test
  void shouldTakeNoKeyWhereNoneIsSet() {
    ApiKeys keys = new ApiKeys(Optional.empty(), Optional.empty());

    assertThat(keys.isEmpty()).isTrue();
    assertThat(keys.roleOf("")).isEmpty();
  }

  @Property(tries = 300)
  void shouldTakeNoOtherKey(@ForAll @AlphaChars @StringLength(max = 40) String other) {
    assertThat(new ApiKeys(VIEWER, OPERATOR).roleOf(other)).isEmpty();
  }

  @Property(tries = 100)
  void shouldTakeNoPartOfAKey(@ForAll @IntRange(max = 17) int length) {
    assertThat(new ApiKeys(VIEWER, OPERATOR).roleOf(VIEWER.get().substring(0, length))).isEmpty();
  }

  @Test
  void shouldRefuseAKeyThatCanBeGuessedWithoutShowingIt() {
    assertThatThrownBy(() -> new ApiKeys(Optional.empty(), Optional.of("hunter2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dlpo.security.operator-key has 7 characters")
        .hasMessageContaining("16 or more")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void shouldRefuseOneKeyForBothRoles() {
    assertThatThrownBy(() -> new ApiKeys(VIEWER, VIEWER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("are the same")
        .hasMessageNotContaining(VIEWER.get());
  }
}
