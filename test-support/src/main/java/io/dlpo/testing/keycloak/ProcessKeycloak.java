package io.dlpo.testing.keycloak;

import io.dlpo.testing.infrastructure.ServerControl;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The Keycloak distribution as a process. A shutdown hook stops it. */
final class ProcessKeycloak implements ServerControl {

  /** The system property with the folder of the unpacked distribution. */
  private static final String HOME = "keycloak.home";

  private static final String REALM = "/keycloak/dlpo-realm.json";
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final String issuer;

  private ProcessKeycloak(Process process, String issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /** Starts Keycloak on a free port of the loopback interface and waits until it is ready. */
  static ProcessKeycloak started() {
    try {
      Path home = home();
      int port = freePort();
      importRealm(home);
      ProcessBuilder builder =
          new ProcessBuilder(
                  home.resolve("bin/kc.sh").toString(),
                  "start-dev",
                  "--db=dev-mem",
                  "--http-host=127.0.0.1",
                  "--http-port=" + port,
                  "--import-realm")
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("keycloak.log").toFile());
      // Keycloak starts and ends: the optimizing compiler would cost more than it gains.
      builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
      ProcessKeycloak keycloak =
          new ProcessKeycloak(builder.start(), "http://127.0.0.1:" + port + "/realms/dlpo");
      Runtime.getRuntime().addShutdownHook(new Thread(keycloak::stop, "keycloak-shutdown"));
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
          HOME + " is not set; use the folder that Keycloak's distribution is unpacked in");
    }
    try (var found = Files.newDirectoryStream(Path.of(folder), "keycloak-*")) {
      return found.iterator().next();
    }
  }

  private static void importRealm(Path home) throws IOException {
    Path folder = Files.createDirectories(home.resolve("data/import"));
    try (InputStream realm = ProcessKeycloak.class.getResourceAsStream(REALM)) {
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

  @Override
  public String getAddress() {
    return issuer;
  }

  @Override
  public boolean isStoppable() {
    return false;
  }

  @Override
  public void stop() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void start() {
    throw new UnsupportedOperationException("Keycloak runs once, until the JVM ends");
  }
}
