package io.dlpo.cli.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Reads the health endpoints of processes. */
final class HealthClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final int OK = 200;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /** Whether a service is ready. */
  boolean isReady(String http) {
    return isOk(http + "/q/health/ready");
  }

  /** Whether a service is live. */
  boolean isLive(String http) {
    return isOk(http + "/q/health/live");
  }

  /** Whether an address responds with 200. */
  boolean isOk(String address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
