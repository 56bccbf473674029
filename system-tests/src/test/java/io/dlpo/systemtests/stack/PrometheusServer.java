package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Prometheus of the distribution, which scrapes the services of a stack as {@code
 * deploy/monitoring/prometheus-local.yml} says.
 */
public final class PrometheusServer implements AutoCloseable {

  private static final Path CONFIGURATION = Dlpo.inCheckout("deploy/monitoring");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Process process;
  private final String address;

  private PrometheusServer(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts it with its files in a folder. Skips the test if {@code prometheus} is not on the PATH.
   */
  public static PrometheusServer start(Path folder, List<ServiceProcess> services) {
    Assumptions.assumeTrue(isInstalled(), "needs prometheus on the PATH");
    try {
      for (String file : List.of("prometheus-local.yml", "alerts.yaml")) {
        Files.copy(CONFIGURATION.resolve(file), folder.resolve(file));
      }
      Files.writeString(folder.resolve("targets.json"), targets(services).toString());
      String address = "127.0.0.1:" + freePort();
      Process process =
          new ProcessBuilder(
                  "prometheus",
                  "--config.file=" + folder.resolve("prometheus-local.yml"),
                  "--storage.tsdb.path=" + folder.resolve("data"),
                  "--web.listen-address=" + address)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("prometheus.log").toFile())
              .start();
      return new PrometheusServer(process, "http://" + address);
    } catch (IOException e) {
      throw new UncheckedIOException("prometheus does not start", e);
    }
  }

  /** The field {@code data} of an answer of its API. */
  public JsonNode get(String path) {
    return Http.json(address + "/api/v1/" + path).path("data");
  }

  /** The result of a query. */
  public JsonNode query(String expression) {
    return get("query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "prometheus")));
  }

  /** As the command of the guide writes them. */
  private static ArrayNode targets(List<ServiceProcess> services) {
    ArrayNode targets = MAPPER.createArrayNode();
    for (ServiceProcess service : services) {
      ObjectNode target = targets.addObject();
      target.putArray("targets").add(URI.create(service.http()).getAuthority());
      target.putObject("labels").put("job", service.name());
    }
    return targets;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
