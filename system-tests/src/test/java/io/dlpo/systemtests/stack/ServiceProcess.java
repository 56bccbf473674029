package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A service process as {@code status --json} shows it.
 *
 * @param name such as {@code forward-engine}
 * @param index which of several, from where the stack counts
 * @param pid process id
 * @param http its own address, which its successor has too; empty if this machine does not reach it
 * @param ready whether it says so itself
 */
public record ServiceProcess(String name, int index, long pid, String http, boolean ready) {

  static ServiceProcess of(JsonNode node) {
    return new ServiceProcess(
        node.path("name").asText(),
        node.path("index").asInt(),
        node.path("pid").asLong(),
        node.path("http").asText(),
        node.path("ready").asBoolean());
  }

  /** A process, whatever it says of itself at the moment. */
  public record Identity(String name, int index, long pid) {}

  /** Which process it is: its successor is another. */
  public Identity identity() {
    return new Identity(name, index, pid);
  }

  /** Ends it as {@code kill -9} does. */
  public void kill() {
    if (!ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false)) {
      throw new AssertionError("cannot kill " + this);
    }
  }

  /** Asks it to end, as an orchestrator does, and leaves it its time. */
  public void terminate() {
    if (!ProcessHandle.of(pid).map(ProcessHandle::destroy).orElse(false)) {
      throw new AssertionError("cannot end " + this);
    }
  }

  /** Whether it is gone and another process is ready in its place. */
  public boolean hasSuccessor() {
    return ProcessHandle.of(pid).isEmpty() && isReady();
  }

  private boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(http + "/q/health/ready"))
            .timeout(Duration.ofSeconds(10))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
