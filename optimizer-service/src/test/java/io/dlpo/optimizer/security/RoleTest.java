package io.dlpo.optimizer.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTest {

  @Test
  void shouldHaveInItWhatTheLesserOnesMayDo() {
    assertThat(Role.VIEWER.granted()).containsExactly("viewer");
    assertThat(Role.OPERATOR.granted()).containsExactlyInAnyOrder("viewer", "operator");
    assertThat(Role.ADMIN.granted()).containsExactlyInAnyOrder("viewer", "operator", "admin");
  }
}
