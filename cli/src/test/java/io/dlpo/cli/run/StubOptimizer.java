package io.dlpo.cli.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stub of the optimizer's REST interface, with fixed responses by method and path. */
public final class StubOptimizer implements AutoCloseable {

  /** A response. */
  private record Response(int status, String body) {}

  private final HttpServer server;
  private final Map<String, List<Response>> responses = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private StubOptimizer(HttpServer server) {
    this.server = server;
  }

  public static StubOptimizer start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    StubOptimizer stub = new StubOptimizer(server);
    server.createContext("/", stub::respond);
    server.start();
    return stub;
  }

  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Adds a response. Several responses to one request are sent in turn; the last is repeated. */
  public StubOptimizer on(String request, int status, String body) {
    responses
        .computeIfAbsent(request, key -> new CopyOnWriteArrayList<>())
        .add(new Response(status, body));
    return this;
  }

  /** The method, path and body of each request. */
  public List<String> requests() {
    return requests;
  }

  private void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(body.isEmpty() ? request : request + " " + body);
      List<Response> remaining =
          responses.getOrDefault(
              request, List.of(new Response(404, "{\"detail\":\"there is no " + request + "\"}")));
      Response response = remaining.getFirst();
      if (remaining.size() > 1) {
        remaining.removeFirst();
      }
      byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(response.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
