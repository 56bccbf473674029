package io.dlpo.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.contracts.metric.WebhookMetric;
import io.dlpo.core.refusal.RefusedException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretParameterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token",
        "api_key",
        "apikey",
        "API-KEY",
        "X-Amz-Signature",
        "access_token",
        "key",
        "pwd",
        "sig"
      })
  void shouldFindASecretByItsName(String name) {
    assertThat(SecretParameter.in(URI.create("https://scorer/score?task=1&" + name + "=s3")))
        .hasValue(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?task=1",
        "?tokens=3",
        "?keyboard=de",
        "?author=x",
        "?design=flat",
        "?monkey=1"
      })
  void shouldTakeOtherParameters(String query) {
    assertThat(SecretParameter.in(URI.create("https://scorer/score" + query))).isEmpty();
  }

  @Test
  void shouldRefuseASpecWithASecretAndNotRepeatIt() {
    // Given
    String metric = "{type: webhook, url: 'https://scorer/score?token=hunter2'}";

    // When / Then
    assertThatThrownBy(() -> Specs.read(Specs.SHORTEST.replace("{type: number}", metric)))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("`metric.url` has the parameter 'token', which looks like a secret")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void shouldTakeASpecWhoseWebhookHasNone() {
    // Given
    String metric = "{type: webhook, url: 'https://scorer/score?task=1'}";

    // When / Then
    assertThat(Specs.read(Specs.SHORTEST.replace("{type: number}", metric)).settings().metric())
        .isEqualTo(new WebhookMetric("https://scorer/score?task=1"));
  }
}
