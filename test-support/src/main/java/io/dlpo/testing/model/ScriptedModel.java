package io.dlpo.testing.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * A small HTTP server that implements OpenAI's chat completions. Every request runs on a virtual
 * thread, so delayed replies do not block others. Thread-safe; the script must be too.
 */
public final class ScriptedModel implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<ModelRequestSeen> requests = new CopyOnWriteArrayList<>();
  private volatile Load load = new Load(new AtomicInteger(), new AtomicInteger());
  private volatile Function<ModelRequestSeen, ScriptedReply> script = ScriptedModel::unscripted;

  private ScriptedModel(HttpServer server) {
    this.server = server;
  }

  /** Starts an endpoint on a free port of the loopback interface. */
  public static ScriptedModel start() {
    return start(address -> HttpServer.create(address, 512));
  }

  /** Starts the same with TLS. */
  public static ScriptedModel start(SSLContext tls) {
    return start(
        address -> {
          HttpsServer server = HttpsServer.create(address, 512);
          server.setHttpsConfigurator(new HttpsConfigurator(tls));
          return server;
        });
  }

  /** Makes a server at an address. */
  private interface Factory {
    HttpServer create(InetSocketAddress address) throws IOException;
  }

  private static ScriptedModel start(Factory factory) {
    try {
      HttpServer server =
          factory.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      ScriptedModel model = new ScriptedModel(server);
      server.createContext("/v1/chat/completions", model::complete);
      server.setExecutor(model.threads);
      server.start();
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException("the scripted model does not start", e);
    }
  }

  /** The value for {@code OPENAI_BASE_URL}, without a trailing slash. */
  public String baseUrl() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return scheme + "://127.0.0.1:" + port() + "/v1";
  }

  /** The port on the loopback interface. */
  public int port() {
    return server.getAddress().getPort();
  }

  /**
   * Sets the script for all further requests. It is called once per request, in the request's
   * thread.
   */
  public void script(Function<ModelRequestSeen, ScriptedReply> script) {
    this.script = script;
  }

  /** Returns all requests since the start or the last {@link #reset}, in order of arrival. */
  public List<ModelRequestSeen> requests() {
    return List.copyOf(requests);
  }

  /** The maximum number of concurrent requests. */
  public int maxConcurrent() {
    return load.most().get();
  }

  /**
   * Clears the requests and the script; without a script, every request returns an error. Requests
   * of an earlier test that are still in flight are no longer counted.
   */
  public void reset() {
    script = ScriptedModel::unscripted;
    requests.clear();
    load = new Load(new AtomicInteger(), new AtomicInteger());
  }

  private static ScriptedReply unscripted(ModelRequestSeen request) {
    return ScriptedReply.error(
        400, "no_script", "the test has set no script; asked was " + request.model());
  }

  private void complete(HttpExchange exchange) throws IOException {
    try (exchange) {
      ScriptedReply reply = work(exchange);
      if (reply.status() == ScriptedReply.NONE) {
        return;
      }
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      write(exchange.getResponseBody(), body, reply.pace());
    }
  }

  /**
   * Reads a request and computes the reply. Counts the request as in flight only until the reply is
   * ready: a client that has received the reply may send its next request before this thread
   * continues.
   */
  private ScriptedReply work(HttpExchange exchange) throws IOException {
    Load counted = load;
    counted.begin();
    try {
      ModelRequestSeen request = read(exchange);
      requests.add(request);
      ScriptedReply reply = script.apply(request);
      pause(reply.delay());
      return reply;
    } finally {
      counted.end();
    }
  }

  /** The number of requests in flight, and its maximum. */
  private record Load(AtomicInteger running, AtomicInteger most) {

    void begin() {
      most.accumulateAndGet(running.incrementAndGet(), Math::max);
    }

    void end() {
      running.decrementAndGet();
    }
  }

  private static void write(OutputStream out, byte[] body, Duration pace) throws IOException {
    if (pace.isZero()) {
      out.write(body);
      return;
    }
    for (byte one : body) {
      out.write(one);
      out.flush();
      pause(pace);
    }
  }

  private static ModelRequestSeen read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    try (InputStream in = exchange.getRequestBody()) {
      return new ModelRequestSeen(MAPPER.readTree(in), headers);
    }
  }

  /** Belongs to the simulated endpoint; tests await conditions instead. */
  private static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
