package io.dlpo.testing.otlp;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Receives traces by OTLP over HTTP, and keeps the spans. Thread-safe. */
public final class OtlpReceiver implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<SeenSpan> spans = new CopyOnWriteArrayList<>();
  private volatile Predicate<SeenSpan> kept = span -> true;

  private OtlpReceiver(HttpServer server) {
    this.server = server;
  }

  /** Starts a receiver on a free port of the loopback interface. */
  public static OtlpReceiver start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
      OtlpReceiver receiver = new OtlpReceiver(server);
      server.createContext("/v1/traces", receiver::receive);
      server.setExecutor(receiver.threads);
      server.start();
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException("the receiver of traces does not start", e);
    }
  }

  /** The value for {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Keeps only some of the spans that arrive from now on. */
  public void keep(Predicate<SeenSpan> wanted) {
    kept = wanted;
  }

  /** Returns some of the received spans, in order of arrival. */
  public List<SeenSpan> spans(Predicate<SeenSpan> wanted) {
    return spans.stream().filter(wanted).toList();
  }

  /** Waits until a number of spans has arrived. */
  public List<SeenSpan> awaitSpans(Predicate<SeenSpan> wanted, int count, Duration timeout) {
    return await(count + " spans")
        .atMost(timeout)
        .until(() -> spans(wanted), found -> found.size() >= count);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = body(exchange)) {
      ExportTraceServiceRequest request = ExportTraceServiceRequest.parseFrom(body);
      request.getResourceSpansList().stream()
          .flatMap(OtlpReceiver::seen)
          .filter(kept)
          .forEach(spans::add);
      byte[] response = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, response.length == 0 ? -1 : response.length);
      exchange.getResponseBody().write(response);
    }
  }

  private static InputStream body(HttpExchange exchange) throws IOException {
    return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
        ? new GZIPInputStream(exchange.getRequestBody())
        : exchange.getRequestBody();
  }

  private static Stream<SeenSpan> seen(ResourceSpans resource) {
    String service =
        resource.getResource().getAttributesList().stream()
            .filter(attribute -> attribute.getKey().equals("service.name"))
            .map(KeyValue::getValue)
            .map(AnyValue::getStringValue)
            .findFirst()
            .orElse("");
    return resource.getScopeSpansList().stream()
        .flatMap(scope -> scope.getSpansList().stream())
        .map(span -> new SeenSpan(service, span));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
