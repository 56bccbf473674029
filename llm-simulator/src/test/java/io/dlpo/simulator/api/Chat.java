package io.dlpo.simulator.api;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Many concurrent requests, each with different content. */
final class Chat {

  private Chat() {}

  static List<HttpResponse<String>> atOnce(int requests) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      List<CompletableFuture<HttpResponse<String>>> replies =
          IntStream.range(0, requests)
              .mapToObj(n -> client.sendAsync(request(n), HttpResponse.BodyHandlers.ofString()))
              .toList();
      return replies.stream().map(CompletableFuture::join).toList();
    }
  }

  private static HttpRequest request(int n) {
    String body =
        "{\"model\":\"sim-student\",\"messages\":[{\"role\":\"user\",\"content\":\"%d?\"}]}"
            .formatted(n);
    int port = RestAssured.port;
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d/v1/chat/completions".formatted(port)))
        .version(HttpClient.Version.HTTP_1_1)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }
}
