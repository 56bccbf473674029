package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls the HTTP endpoints of a stack directly, which is much faster than the command line. */
final class Http {

  private static final int OK = 200;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration PROBE = Duration.ofSeconds(5);
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Http() {}

  /** Returns the JSON response of an address. */
  static JsonNode json(String address) {
    try {
      return MAPPER.readTree(send(address, TIMEOUT).body());
    } catch (IOException e) {
      throw new UncheckedIOException(address + " does not answer", e);
    }
  }

  /** Whether a service reports that it is ready. */
  static boolean isReady(String service) {
    return answers(service + "/q/health/ready");
  }

  /** Whether an address answers with status 200. */
  static boolean answers(String address) {
    try {
      return send(address, PROBE).statusCode() == OK;
    } catch (IOException e) {
      return false;
    }
  }

  private static HttpResponse<String> send(String address, Duration timeout) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(timeout).build();
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
