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

/** Plays the optimizer's REST interface: fixed answers by method and path. */
public final class StubOptimizer implements AutoCloseable {

  /** An answer. */
  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final Map<String, List<Answer>> answers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private StubOptimizer(HttpServer server) {
    this.server = server;
  }

  public static StubOptimizer start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    StubOptimizer stub = new StubOptimizer(server);
    server.createContext("/", stub::answer);
    server.start();
    return stub;
  }

  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers so; several answers of one request come one after the other, the last stays. */
  public StubOptimizer on(String request, int status, String body) {
    answers
        .computeIfAbsent(request, key -> new CopyOnWriteArrayList<>())
        .add(new Answer(status, body));
    return this;
  }

  /** Method, path and body of each request. */
  public List<String> requests() {
    return requests;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(body.isEmpty() ? request : request + " " + body);
      List<Answer> known =
          answers.getOrDefault(
              request, List.of(new Answer(404, "{\"detail\":\"there is no " + request + "\"}")));
      Answer answer = known.getFirst();
      if (known.size() > 1) {
        known.removeFirst();
      }
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
