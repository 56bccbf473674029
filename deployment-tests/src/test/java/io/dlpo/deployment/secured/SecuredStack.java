package io.dlpo.deployment.secured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dlpo.deployment.Overlays;
import io.dlpo.deployment.manifest.Manifests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Broker, database, simulator and the four packaged services by the production overlay. */
final class SecuredStack implements AutoCloseable {

  private static final String KEY = "X-API-Key";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path folder;
  private final SecuredBroker broker;
  private final SecuredDatabase database;
  private final List<Child> children = new ArrayList<>();
  private int rest;

  private SecuredStack(Path folder, SecuredBroker broker, SecuredDatabase database) {
    this.folder = folder;
    this.broker = broker;
    this.database = database;
  }

  static SecuredStack start(Path folder)
      throws IOException,
          GeneralSecurityException,
          SQLException,
          InterruptedException,
          ExecutionException {
    Manifests manifests = Overlays.render("production");
    Certificates certificates = Certificates.create(folder);
    SecuredDatabase database =
        SecuredDatabase.start(folder, certificates, manifests.get("Cluster", "dlpo-postgres"));
    SecuredBroker broker = SecuredBroker.start(folder, certificates);
    SecuredStack stack = new SecuredStack(folder, broker, database);
    try {
      broker.apply(manifests);
      int simulator = stack.startSimulator();
      ManifestEnvironment environment =
          new ManifestEnvironment(
              manifests,
              Map.of(
                  "dlpo-kafka-kafka-bootstrap:9093", broker.address(),
                  "/etc/dlpo/kafka/ca.crt", certificates.certificate().toString(),
                  "/etc/dlpo/postgres/ca.crt", certificates.certificate().toString(),
                  "dlpo-postgres-rw:5432", database.address()),
              Map.of(
                  "OPENAI_BASE_URL", "http://127.0.0.1:" + simulator + "/v1",
                  "DLPO_FORWARD_MODEL", "sim-student",
                  "DLPO_BACKWARD_MODEL", "sim-teacher"));
      for (String service :
          List.of("forward-engine", "evaluator", "backward-engine", "optimizer")) {
        stack.rest = Ports.free();
        stack.startModule(service + "-service", environment.of(service, stack.rest), stack.rest);
      }
      return stack;
    } catch (IOException | AssertionError | RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private int startSimulator() throws IOException {
    int port = Ports.free();
    startModule("llm-simulator", Map.of("QUARKUS_HTTP_PORT", String.valueOf(port)), port);
    return port;
  }

  private void startModule(String module, Map<String, String> environment, int port)
      throws IOException {
    Path runnable = Path.of("..", module, "target", "quarkus-app", "quarkus-run.jar");
    if (!Files.exists(runnable)) {
      throw new AssertionError(runnable + " is not there; package the modules first");
    }
    Child child = Child.java(folder, module, environment, List.of("-jar", runnable.toString()));
    children.add(child);
    await(module)
        .atMost(Duration.ofMinutes(2))
        .failFast(() -> assertThat(child.process().isAlive()).as(child::said).isTrue())
        .until(() -> isReady(port));
  }

  private static boolean isReady(int port) throws InterruptedException {
    try {
      return HTTP.send(request(port, "/q/health/ready").build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** A request of an operator to the optimizer. */
  String get(String path) throws IOException, InterruptedException {
    return HTTP.send(request(rest, path).headers(operator()).build(), BodyHandlers.ofString())
        .body();
  }

  /** A request of an operator to the optimizer with a body. */
  String post(String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(rest, path).headers(operator()).header("Content-Type", type).POST(body).build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  /** The status of a request to the optimizer, with a key or with none. */
  int status(String method, String path, @Nullable String key)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(rest, path).method(method, BodyPublishers.noBody());
    if (key != null) {
      request.header(KEY, key);
    }
    return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
  }

  private static String[] operator() {
    return new String[] {KEY, ManifestEnvironment.restKey("operator-key")};
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  SecuredBroker broker() {
    return broker;
  }

  SecuredDatabase database() {
    return database;
  }

  @Override
  public void close() throws IOException {
    children.forEach(Child::close);
    broker.close();
    database.close();
  }
}
