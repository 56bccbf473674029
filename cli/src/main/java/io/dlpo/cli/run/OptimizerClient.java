package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A client of the optimizer's REST interface. */
public final class OptimizerClient {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final ApiCredentials credentials;

  /**
   * @param base such as {@code http://127.0.0.1:8080}
   */
  public OptimizerClient(String base) {
    this(base, ApiCredentials.ofEnvironment());
  }

  OptimizerClient(String base, ApiCredentials credentials) {
    this.base = base;
    this.credentials = credentials;
  }

  /**
   * Uploads a dataset.
   *
   * @return its id
   * @throws CliException with all errors, if the file is refused
   */
  public String upload(String name, String format, byte[] file) {
    String path = "/api/datasets?name=" + encoded(name) + "&format=" + encoded(format);
    return send(post(path, "application/octet-stream", file)).path("id").asText();
  }

  /**
   * Starts a run.
   *
   * @return its id
   * @throws CliException with all errors, if the spec is refused
   */
  public String request(JsonNode spec, Optional<String> runId) {
    String path = "/api/runs" + runId.map(id -> "?runId=" + encoded(id)).orElse("");
    byte[] body = spec.toString().getBytes(StandardCharsets.UTF_8);
    return send(post(path, "application/json", body)).path("runId").asText();
  }

  /**
   * Estimates the cost of a run.
   *
   * @param assumptions such as {@code tokens.answer=300}
   * @throws CliException with all errors, if the spec or an assumption is refused
   */
  public JsonNode estimate(JsonNode spec, List<String> assumptions) {
    String query =
        assumptions.stream()
            .map(assumption -> "assume=" + encoded(assumption))
            .collect(Collectors.joining("&", "?", ""));
    byte[] body = spec.toString().getBytes(StandardCharsets.UTF_8);
    String path = "/api/estimates" + (assumptions.isEmpty() ? "" : query);
    return send(post(path, "application/json", body));
  }

  /** A run; empty while it has not started. */
  public Optional<JsonNode> find(String runId) {
    OptimizerResponse response = exchange(get("/api/runs/" + encoded(runId)));
    return response.isNotFound() ? Optional.empty() : Optional.of(response.json());
  }

  /** The runs, newest first. */
  public JsonNode runs() {
    return send(get("/api/runs"));
  }

  /** A run's finished steps. */
  public JsonNode steps(String runId) {
    return send(get("/api/runs/" + encoded(runId) + "/steps"));
  }

  /**
   * Pauses, resumes or cancels a run.
   *
   * @throws CliException if the run's state does not allow it
   */
  public void command(String runId, String command) {
    send(post("/api/runs/" + encoded(runId) + "/" + command, "application/json", new byte[0]));
  }

  /**
   * Deletes a run.
   *
   * @throws CliException if it has not ended
   */
  public void delete(String runId) {
    send(request("/api/runs/" + encoded(runId)).DELETE().build());
  }

  /** Replays a run from its events, which can take minutes. */
  public JsonNode replay(String runId) {
    return send(request("/api/runs/" + encoded(runId) + "/replay").timeout(LONG).build());
  }

  /**
   * Starts a run that continues another one from one of its steps.
   *
   * @param body {@code step}, {@code set} and optionally {@code runId}
   * @return its id
   * @throws CliException with all errors, if the request is refused
   */
  public String fork(String runId, JsonNode body) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return send(post("/api/runs/" + encoded(runId) + "/fork", "application/json", bytes))
        .path("runId")
        .asText();
  }

  /**
   * Starts an experiment, or finds it if the same one was started before.
   *
   * @return its id
   * @throws CliException with all errors, if the spec is refused
   */
  public String requestExperiment(JsonNode spec) {
    byte[] body = spec.toString().getBytes(StandardCharsets.UTF_8);
    return send(post("/api/experiments", "application/json", body)).path("experimentId").asText();
  }

  /** The current state of an experiment. */
  public JsonNode experiment(String id) {
    return send(get("/api/experiments/" + encoded(id)));
  }

  /** Pauses or resumes an experiment. */
  public void commandExperiment(String id, String command) {
    send(post("/api/experiments/" + encoded(id) + "/" + command, "application/json", new byte[0]));
  }

  /** The report of an experiment. */
  public JsonNode report(String experimentId) {
    return send(get("/api/experiments/" + encoded(experimentId) + "/report"));
  }

  /**
   * The same in another format.
   *
   * @param format html, csv or json
   */
  public byte[] report(String experimentId, String format) {
    return file(
        "/api/experiments/"
            + encoded(experimentId)
            + (format.equals("json") ? "/report" : "/report/" + format));
  }

  /** The report of a run. */
  public JsonNode runReport(String runId) {
    return send(get("/api/runs/" + encoded(runId) + "/report"));
  }

  /**
   * The same in another format.
   *
   * @param format html
   */
  public byte[] runReport(String runId, String format) {
    return file("/api/runs/" + encoded(runId) + "/report/" + format);
  }

  /** The promoted prompts. */
  public JsonNode prompts() {
    return send(get("/api/prompts"));
  }

  /** The versions of a promoted prompt, newest first; empty if there is none of this name. */
  public Optional<JsonNode> promptVersions(String name) {
    OptimizerResponse response = exchange(get("/api/prompts/" + encoded(name) + "/versions"));
    return response.isNotFound() ? Optional.empty() : Optional.of(response.json());
  }

  /**
   * Requests that the best prompt of a run is promoted.
   *
   * @param label a label for the version; null for none
   * @param force whether to do so without a shown improvement, too
   * @throws CliException if the request is refused
   */
  public void promote(String runId, String name, @Nullable String label, boolean force) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", name);
    if (label != null) {
      body.put("label", label);
    }
    body.put("force", force);
    send(post("/api/runs/" + encoded(runId) + "/promote", "application/json", bytes(body)));
  }

  /**
   * Requests that a label moves to a version of a promoted prompt.
   *
   * @throws CliException if the request is refused
   */
  public void label(String name, String label, int version) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("version", version);
    String path = "/api/prompts/" + encoded(name) + "/labels/" + encoded(label);
    send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(bytes(body)))
            .build());
  }

  private static byte[] bytes(JsonNode body) {
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] file(String path) {
    return exchange(get(path)).bytes();
  }

  /**
   * Dead letters.
   *
   * @param query the query parameters of the REST interface
   */
  public JsonNode deadLetters(Map<String, String> query) {
    return send(get("/api/dead-letters" + encoded(query)));
  }

  /** A dead letter with its record. */
  public JsonNode deadLetter(String id) {
    return send(get("/api/dead-letters/" + encoded(id)));
  }

  /**
   * Sends a dead letter back to its topic.
   *
   * @throws CliException if it was redriven before and {@code again} is false
   */
  public JsonNode redrive(String id, boolean again) {
    String path = "/api/dead-letters/" + encoded(id) + "/redrive?again=" + again;
    return send(post(path, "application/json", new byte[0]));
  }

  /** Sends all dead letters that match a query back to their topics. */
  public JsonNode redriveAll(Map<String, String> query) {
    String path = "/api/dead-letters/redrive" + encoded(query);
    return send(post(path, "application/json", new byte[0]));
  }

  private JsonNode send(HttpRequest request) {
    return exchange(request).json();
  }

  private OptimizerResponse exchange(HttpRequest request) {
    try {
      return new OptimizerResponse(base, client.send(request, BodyHandlers.ofByteArray()));
    } catch (ConnectException e) {
      throw new OptimizerUnreachableException(
          ExitStatus.NOT_UP,
          "the optimizer at "
              + base
              + " is unreachable; see ./dlpo status, or check DLPO_REST if it is set");
    } catch (IOException e) {
      throw new OptimizerUnreachableException(
          ExitStatus.FAILED, "the request to the optimizer at " + base + " failed: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitStatus.FAILED, "interrupted");
    }
  }

  private HttpRequest get(String path) {
    return request(path).build();
  }

  private HttpRequest post(String path, String type, byte[] body) {
    return request(path)
        .header("Content-Type", type)
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT);
    credentials.headers().forEach(request::header);
    return request;
  }

  private static String encoded(Map<String, String> query) {
    return query.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
