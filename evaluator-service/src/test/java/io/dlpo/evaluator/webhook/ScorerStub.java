package io.dlpo.evaluator.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A user's scorer as a real HTTP server, which the evaluator is allowed to call. Injected into
 * fields of its type in tests.
 */
public final class ScorerStub implements QuarkusTestResourceLifecycleManager {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Function<Seen, Reply> script = request -> new Reply(500, "no script");
  private @Nullable HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException("the scorer does not start", e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
    return Map.of(
        "dlpo.evaluator.webhook-hosts", "elsewhere.internal, 127.0.0.1:" + port(),
        "dlpo.evaluator.webhook-timeout", "5s",
        "dlpo.evaluator.webhook-attempts", "3",
        "dlpo.evaluator.webhook-first-pause", "10ms");
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/score?task=1";
  }

  private int port() {
    return server.getAddress().getPort();
  }

  /** Sets the replies from now on and clears the recorded requests. */
  void script(Function<Seen, Reply> replies) {
    seen.clear();
    script = replies;
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Seen request =
          new Seen(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders().getFirst("Idempotency-Key"),
              MAPPER.readTree(exchange.getRequestBody()));
      seen.add(request);
      Reply reply = script.apply(request);
      if (reply.status() == Reply.SILENCE) {
        awaitEnd();
        return;
      }
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      if (reply.location() != null) {
        exchange.getResponseHeaders().set("Location", reply.location());
      }
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void awaitEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(ScorerStub.class));
  }

  @Override
  public void stop() {
    end.countDown();
    threads.shutdownNow();
    if (server != null) {
      server.stop(0);
    }
  }

  /** A received request. */
  record Seen(String method, String uri, String key, JsonNode body) {}

  /** A reply. */
  record Reply(int status, String body, @Nullable String location) {

    private static final int SILENCE = 0;

    Reply(int status, String body) {
      this(status, body, null);
    }

    static Reply verdict(double score, String feedback) {
      return new Reply(200, "{\"score\": %s, \"feedback\": \"%s\"}".formatted(score, feedback));
    }

    /** No reply at all. */
    static Reply silence() {
      return new Reply(SILENCE, "");
    }
  }
}
