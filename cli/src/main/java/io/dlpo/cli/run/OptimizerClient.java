package io.dlpo.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
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

/** The optimizer's REST interface. */
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
   * @throws CliException with all that is wrong with the file
   */
  public String upload(String name, String format, byte[] file) {
    String path = "/api/datasets?name=" + encoded(name) + "&format=" + encoded(format);
    return sent(post(path, "application/octet-stream", file)).path("id").asText();
  }

  /**
   * Requests a run.
   *
   * @return its id
   * @throws CliException with all that is wrong with the spec
   */
  public String request(JsonNode spec, Optional<String> runId) {
    String path = "/api/runs" + runId.map(id -> "?runId=" + encoded(id)).orElse("");
    byte[] body = spec.toString().getBytes(StandardCharsets.UTF_8);
    return sent(post(path, "application/json", body)).path("runId").asText();
  }

  /**
   * Estimates what a spec's run would spend.
   *
   * @param assumptions such as {@code tokens.answer=300}
   * @throws CliException with all that is wrong with the spec or the assumptions
   */
  public JsonNode estimate(JsonNode spec, List<String> assumptions) {
    String query =
        assumptions.stream()
            .map(assumption -> "assume=" + encoded(assumption))
            .collect(Collectors.joining("&", "?", ""));
    byte[] body = spec.toString().getBytes(StandardCharsets.UTF_8);
    String path = "/api/estimates" + (assumptions.isEmpty() ? "" : query);
    return sent(post(path, "application/json", body));
  }

  /** A run; empty while it has not begun yet. */
  public Optional<JsonNode> find(String runId) {
    OptimizerResponse answer = answer(get("/api/runs/" + encoded(runId)));
    return answer.isNotFound() ? Optional.empty() : Optional.of(answer.json());
  }

  /** The runs, the newest first. */
  public JsonNode runs() {
    return sent(get("/api/runs"));
  }

  /** A run's finished steps. */
  public JsonNode steps(String runId) {
    return sent(get("/api/runs/" + encoded(runId) + "/steps"));
  }

  /**
   * Pauses, resumes or cancels a run.
   *
   * @throws CliException if that is not possible now
   */
  public void command(String runId, String command) {
    sent(post("/api/runs/" + encoded(runId) + "/" + command, "application/json", new byte[0]));
  }

  /**
   * Has a run removed.
   *
   * @throws CliException if it has not ended
   */
  public void delete(String runId) {
    sent(request("/api/runs/" + encoded(runId)).DELETE().build());
  }

  /** Works a run out again from its events; waits as long as that takes. */
  public JsonNode replay(String runId) {
    return sent(request("/api/runs/" + encoded(runId) + "/replay").timeout(LONG).build());
  }

  /**
   * Requests a run that goes on from a step of another one.
   *
   * @param body {@code step}, {@code set} and, for an id of one's own, {@code runId}
   * @return its id
   * @throws CliException with all that is wrong with it
   */
  public String fork(String runId, JsonNode body) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return sent(post("/api/runs/" + encoded(runId) + "/fork", "application/json", bytes))
        .path("runId")
        .asText();
  }

  /**
   * Begins an experiment, or finds the same one if it was begun before.
   *
   * @return its id
   * @throws CliException with all that is wrong with the spec
   */
  public String requestExperiment(JsonNode spec) {
    byte[] body = spec.toString().getBytes(StandardCharsets.UTF_8);
    return sent(post("/api/experiments", "application/json", body)).path("experimentId").asText();
  }

  /** An experiment as it stands. */
  public JsonNode experiment(String id) {
    return sent(get("/api/experiments/" + encoded(id)));
  }

  /** Pauses or resumes an experiment. */
  public void commandExperiment(String id, String command) {
    sent(post("/api/experiments/" + encoded(id) + "/" + command, "application/json", new byte[0]));
  }

  /** What an experiment has shown. */
  public JsonNode report(String experimentId) {
    return sent(get("/api/experiments/" + encoded(experimentId) + "/report"));
  }

  /**
   * The same as a file.
   *
   * @param form html, csv or json
   */
  public byte[] report(String experimentId, String form) {
    return file(
        "/api/experiments/"
            + encoded(experimentId)
            + (form.equals("json") ? "/report" : "/report/" + form));
  }

  /** What a run has shown. */
  public JsonNode runReport(String runId) {
    return sent(get("/api/runs/" + encoded(runId) + "/report"));
  }

  /**
   * The same as a file.
   *
   * @param form html
   */
  public byte[] runReport(String runId, String form) {
    return file("/api/runs/" + encoded(runId) + "/report/" + form);
  }

  private byte[] file(String path) {
    return answer(get(path)).bytes();
  }

  /**
   * Dead letters.
   *
   * @param query what to look for, by the names of the REST interface
   */
  public JsonNode deadLetters(Map<String, String> query) {
    return sent(get("/api/dead-letters" + encoded(query)));
  }

  /** A dead letter with its record. */
  public JsonNode deadLetter(String id) {
    return sent(get("/api/dead-letters/" + encoded(id)));
  }

  /**
   * Gives a dead letter back to its topic.
   *
   * @throws CliException if that was done before and is not to be done again
   */
  public JsonNode redrive(String id, boolean again) {
    String path = "/api/dead-letters/" + encoded(id) + "/redrive?again=" + again;
    return sent(post(path, "application/json", new byte[0]));
  }

  /** Gives all dead letters back that a query means. */
  public JsonNode redriveAll(Map<String, String> query) {
    String path = "/api/dead-letters/redrive" + encoded(query);
    return sent(post(path, "application/json", new byte[0]));
  }

  private JsonNode sent(HttpRequest request) {
    return answer(request).json();
  }

  private OptimizerResponse answer(HttpRequest request) {
    try {
      return new OptimizerResponse(base, client.send(request, BodyHandlers.ofByteArray()));
    } catch (ConnectException e) {
      throw new OptimizerUnreachableException(
          ExitStatus.NOT_UP, "the optimizer does not answer at " + base + "; see: ./dlpo status");
    } catch (IOException e) {
      throw new OptimizerUnreachableException(
          ExitStatus.FAILED, "the optimizer at " + base + " failed: " + e);
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
