package io.dlpo.testing.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Keycloak's own distribution as a process, with the realm {@code dlpo} of {@code
 * keycloak/dlpo-realm.json}: the users vera (viewer), otto and olga (operators), ada (admin) and
 * nina (no role), each with the password {@code NAME-password}, and the clients {@code dlpo-cli}
 * and {@code dlpo-short}, whose tokens live for a second.
 */
public final class Keycloak implements AutoCloseable {

  /** Names the folder of the unpacked distribution. */
  public static final String HOME = "keycloak.home";

  private static final String REALM = "/keycloak/dlpo-realm.json";
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Process process;
  private final String issuer;

  private Keycloak(Process process, String issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /** Starts it on a free port of the loopback interface and waits until it answers. */
  public static Keycloak start() {
    try {
      Path home = home();
      int port = freePort();
      importRealm(home);
      Process process =
          new ProcessBuilder(
                  home.resolve("bin/kc.sh").toString(),
                  "start-dev",
                  "--db=dev-mem",
                  "--http-host=127.0.0.1",
                  "--http-port=" + port,
                  "--import-realm")
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("keycloak.log").toFile())
              .start();
      Keycloak keycloak = new Keycloak(process, "http://127.0.0.1:" + port + "/realms/dlpo");
      Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close, "keycloak-shutdown"));
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(300))
          .until(keycloak::answers);
      return keycloak;
    } catch (IOException e) {
      throw new UncheckedIOException("Keycloak does not start", e);
    }
  }

  private static Path home() throws IOException {
    String folder = System.getProperty(HOME);
    if (folder == null) {
      throw new IllegalStateException(
          HOME + " is not set; allowed is the folder that Keycloak's distribution is unpacked in");
    }
    try (var found = Files.newDirectoryStream(Path.of(folder), "keycloak-*")) {
      return found.iterator().next();
    }
  }

  private static void importRealm(Path home) throws IOException {
    Path folder = Files.createDirectories(home.resolve("data/import"));
    try (InputStream realm = Keycloak.class.getResourceAsStream(REALM)) {
      Files.copy(realm, folder.resolve("dlpo-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new IllegalStateException("Keycloak has ended with status " + process.exitValue());
    }
    try {
      URI about = URI.create(issuer + "/.well-known/openid-configuration");
      return HTTP.send(HttpRequest.newBuilder(about).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The address that services trust. */
  public String issuer() {
    return issuer;
  }

  /** A fresh access token of a user. */
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

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
