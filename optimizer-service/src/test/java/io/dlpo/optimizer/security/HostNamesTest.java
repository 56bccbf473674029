package io.dlpo.optimizer.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"dlpo.example.org", "DLPO.example.org:8080", "optimizer", "optimizer:80"})
  void shouldAllowItsNamesWithAPortAndWithoutInWhateverCase(String header) {
    assertThat(names().allow(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.org", "dlpo.example.org.evil.example", "optimizer:80:80", ""})
  void shouldAllowNoOther(String header) {
    assertThat(names().allow(header)).isFalse();
    assertThat(names().allow(null)).isFalse();
  }

  @Test
  void shouldAllowWhateverComesWithoutNames() {
    assertThat(HostNames.ANY.allow("rebound.example")).isTrue();
    assertThat(HostNames.ANY.allow(null)).isTrue();
  }

  @Test
  void shouldShowItsNamesInTheirOrder() {
    assertThat(names()).hasToString("dlpo.example.org, optimizer");
  }

  private static HostNames names() {
    return new HostNames(Set.of(" Optimizer", "dlpo.example.org"));
  }
}
