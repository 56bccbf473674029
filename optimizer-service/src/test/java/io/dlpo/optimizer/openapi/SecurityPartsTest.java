package io.dlpo.optimizer.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityPartsTest {

  private final ObjectNode document = JsonNodeFactory.instance.objectNode();
  private final ObjectNode components = JsonNodeFactory.instance.objectNode();

  @Test
  void shouldRequireNothingOfAnOpenApi() {
    // When
    new SecurityParts(false, false, Optional.of("https://unused.example.org"))
        .describe(document, components);

    // Then
    assertThat(document.has("security")).isFalse();
    assertThat(components.toString())
        .isEqualTo(
            "{\"securitySchemes\":{\"apiKey\":{\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"X-API-Key\",\"description\":\"An"
                + " API key. Needed if the service has one.\"}}}");
  }

  @Test
  void shouldOfferEachWayThatTheServiceTakes() {
    // When
    new SecurityParts(true, true, Optional.of("https://sso.example.org/realms/dlpo/"))
        .describe(document, components);

    // Then
    assertThat(document.path("security").toString()).isEqualTo("[{\"apiKey\":[]},{\"token\":[]}]");
    assertThat(components.at("/securitySchemes/token/openIdConnectUrl").textValue())
        .isEqualTo("https://sso.example.org/realms/dlpo/.well-known/openid-configuration");
  }

  @Test
  void shouldDescribeTokensWithoutTheAddressOfTheirIssuer() {
    // When
    new SecurityParts(false, true, Optional.empty()).describe(document, components);

    // Then
    assertThat(document.path("security").toString()).isEqualTo("[{\"token\":[]}]");
    assertThat(components.at("/securitySchemes/token/type").textValue()).isEqualTo("http");
  }
}
