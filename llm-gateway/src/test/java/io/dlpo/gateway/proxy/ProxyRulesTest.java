package io.dlpo.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyRulesTest {

  /** Settings as the environment gives them. */
  private record Environment(@Nullable String secure, @Nullable String plain, @Nullable String no)
      implements ProxySettings {

    @Override
    public Optional<String> https() {
      return Optional.ofNullable(secure);
    }

    @Override
    public Optional<String> http() {
      return Optional.ofNullable(plain);
    }

    @Override
    public Optional<String> except() {
      return Optional.ofNullable(no);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://models.test/v1,http://s.test:1",
    "HTTPS://models.test/v1,http://s.test:1",
    "http://models.test/v1,http://p.test:2",
    "https://models.corp.test/v1,",
    "http://models.corp.test:8000/v1,",
    "https://10.1.2.3/v1,",
    "http://localhost:8000/v1,",
    "https://127.0.0.1:8000/v1,",
    "https://under_score.test/v1,http://s.test:1"
  })
  void shouldChooseTheProxyByTheSchemeUnlessTheHostIsExcepted(String url, @Nullable String proxy) {
    // Given
    ProxyRules rules =
        ProxyRules.of(
            new Environment("http://me:secret@s.test:1", "p.test:2", "corp.test,10.0.0.0/8"));

    // Then
    assertThat(rules.proxyFor(url).map(ProxyAddress::toString))
        .isEqualTo(Optional.ofNullable(proxy));
  }

  @Test
  void shouldCallDirectlyWithoutAProxyForTheScheme() {
    ProxyRules rules = ProxyRules.of(new Environment(" ", "p.test:2", null));
    assertThat(rules.proxyFor("https://models.test/v1")).isEmpty();
    assertThat(rules.proxyFor("http://models.test/v1")).isPresent();
    assertThat(rules.proxies()).containsExactly(new ProxyAddress("p.test", 2, null, null));
  }

  @Test
  void shouldNameTheVariableOfAScheme() {
    assertThat(ProxyRules.variableFor("https://models.test/v1")).isEqualTo("HTTPS_PROXY");
    assertThat(ProxyRules.variableFor("http://models.test/v1")).isEqualTo("HTTP_PROXY");
  }

  @Test
  void shouldRefuseAMalformedValueOfEach() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProxyRules.of(new Environment("x y", null, null)))
        .withMessageStartingWith("HTTPS_PROXY is \"x y\"; ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProxyRules.of(new Environment(null, "x y", null)))
        .withMessageStartingWith("HTTP_PROXY is \"x y\"; ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProxyRules.of(new Environment(null, null, "10.0.0.0/99")))
        .withMessageStartingWith("NO_PROXY has the entry \"10.0.0.0/99\"; ");
  }
}
