package io.dlpo.evaluator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

  private static final AllowedHosts HOSTS =
      new AllowedHosts(List.of("scorer.internal", " Other.Internal:8443 ", "secure:443", "[::1]"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://scorer.internal/score",
        "https://SCORER.internal:9000/score",
        "https://other.internal:8443/",
        "https://secure/",
        "http://secure:443/",
        "http://[::1]:8000/"
      })
  void shouldAllowWhatIsNamed(String url) {
    assertThat(HOSTS.refusal(URI.create(url))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example/",
        "http://other.internal/",
        "http://other.internal:8444/",
        "http://secure/",
        "http://scorer.internal.evil.example/",
        "http://sub.scorer.internal/",
        "http://127.0.0.1/"
      })
  void shouldRefuseAllElse(String url) {
    assertThat(HOSTS.refusal(URI.create(url))).isPresent();
  }

  @Test
  void shouldSayWhatIsRefusedWhatIsAllowedAndWhatToDo() {
    assertThat(new AllowedHosts(List.of("a", "b:1")).refusal(URI.create("https://evil.example/x")))
        .hasValue(
            "host evil.example:443 is not allowed (allowed hosts: a, b:1); add it to"
                + " DLPO_EVALUATOR_WEBHOOK_HOSTS of the evaluators"
                + " (dlpo.evaluator.webhook-hosts) and restart them");
  }

  @Test
  void shouldAllowNothingIfNothingIsNamed() {
    assertThat(new AllowedHosts(List.of()).refusal(URI.create("http://localhost:8000/")))
        .hasValueSatisfying(
            refusal ->
                assertThat(refusal)
                    .startsWith(
                        "host localhost:8000 is not allowed (allowed hosts: none); add it to"));
    assertThat(new AllowedHosts(List.of("", " ")).refusal(URI.create("http://a/"))).isPresent();
  }
}
