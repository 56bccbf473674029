package io.dlpo.testing.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.testing.infrastructure.SharedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Keycloak with the realm {@code dlpo} of {@code keycloak/dlpo-realm.json}. Its users are vera
 * (viewer), otto and olga (operators), ada (admin) and nina (no role), each with the password
 * {@code NAME-password}. Its clients are {@code dlpo} for pages, {@code dlpo-cli}, and {@code
 * dlpo-short}, whose tokens expire after a second.
 */
public final class Keycloak {

  /** The secret of the client {@code dlpo}. */
  static final String CLIENT_SECRET = "the-secret-of-the-client-dlpo-of-tests";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String issuer;

  private Keycloak(String issuer) {
    this.issuer = issuer;
  }

  /**
   * Returns the instance that all tests of this JVM share. The first call starts it, which takes a
   * while.
   */
  public static Keycloak shared() {
    return new Keycloak(SharedServer.get("keycloak", ProcessKeycloak::started).getAddress());
  }

  /** The issuer that services trust. */
  public String issuer() {
    return issuer;
  }

  /** Requests a new access token for a user. */
  public String token(String client, String user) {
    String form =
        "grant_type=password&client_id=%s&username=%s&password=%s-password"
            .formatted(client, user, user);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      JsonNode token = MAPPER.readTree(response.body()).path("access_token");
      if (token.isMissingNode()) {
        throw new IllegalStateException("no token for " + user + ": " + response.body());
      }
      return token.asText();
    } catch (IOException e) {
      throw new UncheckedIOException("Keycloak does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
