package io.dlpo.gateway.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dlpo.gateway.GatewaySettings;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoints that an environment names. */
class EndpointSettingsTest {

  @Test
  void shouldReadNamesAddressesAndKeysFromEnvironmentVariables() {
    // When
    ConfiguredEndpoints endpoints =
        endpoints(
            Map.of(
                "DLPO_ENDPOINTS_LOCAL_URL",
                "http://localhost:8000/v1",
                "DLPO_ENDPOINTS_TEAM2_URL",
                "https://models.test/v1",
                "DLPO_ENDPOINTS_TEAM2_KEY",
                "sk-secret-of-team-2"));

    // Then
    assertThat(endpoints.names()).containsExactly("local", "team2");
    assertThat(endpoints.find("local"))
        .hasValue(new EndpointAccess("local", "http://localhost:8000/v1", "none"));
    assertThat(endpoints.find("team2"))
        .hasValue(new EndpointAccess("team2", "https://models.test/v1", "sk-secret-of-team-2"));
    assertThat(endpoints.find(null))
        .hasValue(new EndpointAccess(null, "https://default.test/v1", "default-key"));
    assertThat(endpoints.find("other")).isEmpty();
    assertThat(endpoints.keys()).containsExactly("default-key", "none", "sk-secret-of-team-2");
    assertThat(endpoints.find("team2").toString()).doesNotContain("secret");
  }

  @Test
  void shouldNeedNoNamedEndpoint() {
    assertThat(endpoints(Map.of()).names()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:8000/v1", "models.test/v1", "ftp://models.test", "//models.test"})
  void shouldRefuseAnAddressWithoutAScheme(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> endpoints(Map.of("DLPO_ENDPOINTS_LOCAL_URL", url)))
        .withMessage(
            "DLPO_ENDPOINTS_LOCAL_URL is \"%s\"; it must begin with http:// or https://"
                .formatted(url));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EndpointAccess(null, url, "k"))
        .withMessage(
            "OPENAI_BASE_URL is \"%s\"; it must begin with http:// or https://".formatted(url));
  }

  @Test
  void shouldShowNoCredentialsOfAnAddressThatItRefuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EndpointAccess(null, "me:secret@models.test/v1", "k"))
        .withMessage(
            "OPENAI_BASE_URL is \"***@models.test/v1\"; it must begin with http:// or https://");
  }

  @Test
  void shouldRefuseAKeyWithoutAnAddress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> endpoints(Map.of("DLPO_ENDPOINTS_LOCAL_KEY", "k")))
        .withMessage(
            "DLPO_ENDPOINTS_LOCAL_URL is missing; set it to the address of endpoint local");
  }

  @Test
  void shouldRefuseAKeyBesideAKeyFile() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                endpoints(
                    Map.of(
                        "DLPO_ENDPOINTS_LOCAL_URL", "http://localhost:8000/v1",
                        "DLPO_ENDPOINTS_LOCAL_KEY", "sk-secret",
                        "DLPO_ENDPOINTS_LOCAL_KEY_FILE", "/etc/dlpo/key")))
        .withMessage(
            "DLPO_ENDPOINTS_LOCAL_KEY and DLPO_ENDPOINTS_LOCAL_KEY_FILE are both set; remove one of"
                + " them");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> endpoints(Map.of("DLPO_GATEWAY_API_KEY_FILE", "/etc/dlpo/key")))
        .withMessage("OPENAI_API_KEY and OPENAI_API_KEY_FILE are both set; remove one of them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", " "})
  void shouldReadTheKeyFileIfTheKeyIsNotSet(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                endpoints(
                    Map.of("DLPO_GATEWAY_API_KEY", key, "DLPO_GATEWAY_API_KEY_FILE", "etc/key")))
        .withMessage("OPENAI_API_KEY_FILE is \"etc/key\"; it must be an absolute path");
  }

  @Test
  void shouldReadTheKeyFileOfANamedEndpoint() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                endpoints(
                    Map.of(
                        "DLPO_ENDPOINTS_LOCAL_URL", "http://localhost:8000/v1",
                        "DLPO_ENDPOINTS_LOCAL_KEY_FILE", "etc/key")))
        .withMessage("DLPO_ENDPOINTS_LOCAL_KEY_FILE is \"etc/key\"; it must be an absolute path");
  }

  @Test
  void shouldIgnoreABlankKeyFile() {
    assertThat(endpoints(Map.of("DLPO_GATEWAY_API_KEY_FILE", " ")).standard().key())
        .isEqualTo(new FixedKey("default-key"));
  }

  @ParameterizedTest
  @CsvSource({",http://a/v1|m", "local,local=http://a/v1|m", "team2,team2=http://a/v1|m"})
  void shouldTellTheModelsOfEndpointsApartByNameAndAddress(String name, String key) {
    assertThat(new EndpointAccess(name, "http://a/v1", "k").keyOf("m")).isEqualTo(key);
  }

  private static ConfiguredEndpoints endpoints(Map<String, String> environment) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(EndpointSettings.class)
            .withMapping(GatewaySettings.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withSources(new EnvConfigSource(environment, 300))
            .withSources(
                new PropertiesConfigSource(
                    Map.of(
                        "dlpo.gateway.endpoint",
                        "https://default.test/v1",
                        "dlpo.gateway.api-key",
                        "default-key"),
                    "test",
                    100))
            .build();
    return new ConfiguredEndpoints(
        config.getConfigMapping(GatewaySettings.class),
        config.getConfigMapping(EndpointSettings.class));
  }
}
