package io.dlpo.testing.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScriptedModelTest {

  private static final String REQUEST =
      """
      {"model": "m", "messages": [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": [{"type": "text", "text": "2 + 2?"}]}]}""";

  private final ScriptedModel model = ScriptedModel.start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    client.close();
    model.close();
  }

  @Test
  void shouldReplyAsAChatCompletionAndRecordTheRequest() throws Exception {
    // Given
    model.script(request -> ScriptedReply.text(request.system() + " " + request.user()));

    // When
    HttpResponse<String> response = post();

    // Then
    JsonNode body = new ObjectMapper().readTree(response.body());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(body.at("/choices/0/message/content").asText()).isEqualTo("Be brief. 2 + 2?");
    assertThat(body.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
    assertThat(body.at("/usage/total_tokens").asInt()).isEqualTo(15);
    assertThat(model.requests())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.model()).isEqualTo("m");
              assertThat(request.header("authorization")).isEqualTo("Bearer key");
            });
  }

  @Test
  void shouldReplyErrorsWithTheirHeaders() throws Exception {
    // Given
    model.script(
        request ->
            ScriptedReply.error(429, "rate_limit_exceeded", "slow down")
                .withHeader("Retry-After", "2"));

    // When
    HttpResponse<String> response = post();

    // Then
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
    assertThat(response.body()).contains("\"code\":\"rate_limit_exceeded\"", "slow down");
  }

  @Test
  void shouldRefuseRequestsUntilAScriptIsSetAndAfterAReset() throws Exception {
    // Given
    model.script(request -> ScriptedReply.text("x"));
    post();

    // When
    model.reset();

    // Then
    assertThat(model.requests()).isEmpty();
    assertThat(post().statusCode()).isEqualTo(400);
  }

  @Test
  void shouldServeManyRequestsAtOnce() throws Exception {
    // Given
    int many = 50;
    CountDownLatch all = new CountDownLatch(many);
    model.script(
        request -> {
          all.countDown();
          return ScriptedReply.text(Boolean.toString(awaited(all))).after(Duration.ofMillis(1));
        });

    // When
    List<CompletableFuture<HttpResponse<String>>> sent =
        IntStream.range(0, many)
            .mapToObj(i -> client.sendAsync(request(), HttpResponse.BodyHandlers.ofString()))
            .toList();

    // Then
    assertThat(sent).allSatisfy(one -> assertThat(one.get().body()).contains("true"));
    assertThat(model.maxConcurrent()).isEqualTo(many);
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpResponse<String> post() throws IOException, InterruptedException {
    return client.send(request(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request() {
    return HttpRequest.newBuilder(URI.create(model.baseUrl() + "/chat/completions"))
        .header("Authorization", "Bearer key")
        .POST(HttpRequest.BodyPublishers.ofString(REQUEST))
        .build();
  }
}
