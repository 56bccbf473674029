package io.dlpo.optimizer.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * How callers authenticate.
 *
 * @param keys whether an API key is set
 * @param tokens whether tokens are accepted
 * @param issuer the address of the OpenID Connect issuer; empty if the service has the issuer's key
 *     instead
 */
record SecurityParts(boolean keys, boolean tokens, Optional<String> issuer) {

  private static final String API_KEY = "apiKey";
  private static final String TOKEN = "token";

  /** Describes the ways, and requires one of them unless the API is open. */
  void describe(ObjectNode document, ObjectNode components) {
    ObjectNode schemes = components.putObject("securitySchemes");
    schemes
        .putObject(API_KEY)
        .put("type", "apiKey")
        .put("in", "header")
        .put("name", "X-API-Key")
        .put("description", "An API key. Needed if the service has one.");
    if (tokens) {
      describeToken(schemes.putObject(TOKEN));
    }
    if (keys || tokens) {
      ArrayNode required = document.putArray("security");
      if (keys) {
        required.addObject().putArray(API_KEY);
      }
      if (tokens) {
        required.addObject().putArray(TOKEN);
      }
    }
  }

  private void describeToken(ObjectNode scheme) {
    scheme.put("description", "A token of the issuer, in the header Authorization.");
    issuer.ifPresentOrElse(
        address ->
            scheme
                .put("type", "openIdConnect")
                .put(
                    "openIdConnectUrl",
                    address.replaceAll("/+$", "") + "/.well-known/openid-configuration"),
        () -> scheme.put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT"));
  }
}
