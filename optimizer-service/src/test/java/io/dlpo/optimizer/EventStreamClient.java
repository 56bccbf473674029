package io.dlpo.optimizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads server-sent events in the background. */
final class EventStreamClient implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Sent> events = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> end;

  /** An event as it was sent. */
  record Sent(String name, JsonNode data) {}

  private EventStreamClient(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
            .header("Accept", "text/event-stream")
            .build();
    this.end = client.sendAsync(request, BodyHandlers.ofLines()).thenAccept(this::read);
  }

  static EventStreamClient open(String path) {
    return new EventStreamClient(path);
  }

  private void read(HttpResponse<Stream<String>> response) {
    String[] name = {""};
    response
        .body()
        .forEach(
            line -> {
              if (line.startsWith("event:")) {
                name[0] = line.substring("event:".length()).strip();
              } else if (line.startsWith("data:")) {
                events.add(new Sent(name[0], json(line.substring("data:".length()))));
              }
            });
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }

  /** All events so far. */
  List<Sent> events() {
    return List.copyOf(events);
  }

  /** The data of the events with a name. */
  List<JsonNode> events(String name) {
    return events.stream().filter(event -> event.name().equals(name)).map(Sent::data).toList();
  }

  /** Whether the service has ended the stream. */
  boolean hasEnded() {
    return end.isDone();
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
