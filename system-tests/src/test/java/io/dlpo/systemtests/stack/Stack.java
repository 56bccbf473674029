package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A local stack that is up until it is closed. */
public final class Stack implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Dlpo dlpo;
  private final String kafka;
  private final String rest;
  private final String database;
  private final String modelEndpoint;

  private Stack(Dlpo dlpo, JsonNode status) {
    this.dlpo = dlpo;
    this.kafka = status.path("kafka").asText();
    this.rest = status.path("rest").asText();
    this.database = status.path("database").asText();
    this.modelEndpoint = status.path("modelEndpoint").asText();
  }

  /** Starts a stack in a fresh home, without runs of its own, and waits until all is ready. */
  public static Stack up(String name, Map<String, String> environment, String... options) {
    return start(
        name,
        environment,
        Stream.concat(Stream.of("up", "--no-warm-up"), Stream.of(options)).toArray(String[]::new));
  }

  /** Starts a stack as a user does. */
  public static Stack warmUp(String name, Map<String, String> environment) {
    return start(name, environment, "up");
  }

  /** Starts a stack in a home that has data already. */
  public static Stack upIn(Dlpo dlpo) {
    return start(dlpo, "up", "--no-warm-up");
  }

  private static Stack start(String name, Map<String, String> environment, String... arguments) {
    return start(Dlpo.fresh(name, environment), arguments);
  }

  private static Stack start(Dlpo dlpo, String... arguments) {
    try {
      dlpo.run(arguments).expect(0);
      return new Stack(dlpo, dlpo.run("status", "--json").expect(0).json());
    } catch (AssertionError e) {
      dlpo.run("down");
      throw e;
    }
  }

  /**
   * Kills every process of it with -9, supervisor, broker and database too, and starts it again in
   * the same home. This one is of no use any more; close the other.
   */
  public Stack killedAndStartedAgain() {
    List<ProcessHandle> processes = dlpo.processes();
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
    dlpo.run("up", "--no-warm-up").expect(0);
    return new Stack(dlpo, dlpo.run("status", "--json").expect(0).json());
  }

  public Dlpo dlpo() {
    return dlpo;
  }

  /** The broker's {@code bootstrap.servers}. */
  public String kafka() {
    return kafka;
  }

  /** JDBC address of the database. */
  public String database() {
    return database;
  }

  /** The process of a part that is no service, {@code kafka} or {@code postgres}, as it is now. */
  public long part(String name) {
    try {
      return MAPPER
          .readTree(dlpo.home().resolve("stack.json").toFile())
          .path("processes")
          .path(name)
          .asLong();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the state of the stack", e);
    }
  }

  /**
   * When requests reached the simulator, refused ones too: milliseconds since 1970, in their order.
   */
  public List<Long> arrivals(String model) {
    JsonNode times =
        get(modelEndpoint.replaceAll("/v1/?$", "") + "/simulator/statistics/arrivals").path(model);
    return StreamSupport.stream(times.spliterator(), false).map(JsonNode::asLong).toList();
  }

  /** What the simulator has counted. */
  public JsonNode simulatorCounts() {
    return get(modelEndpoint.replaceAll("/v1/?$", "") + "/simulator/statistics");
  }

  /** Runs a spec to its end and expects it to finish. */
  public RunReport run(Path spec, String... options) {
    return new RunReport(dlpo.run(runArguments(spec, options)).expect(0).json());
  }

  /** Starts a run and leaves it running. */
  public Dlpo.RunningCommand startRun(Path spec, String... options) {
    return dlpo.start(runArguments(spec, options));
  }

  private static String[] runArguments(Path spec, String... options) {
    return Stream.concat(Stream.of("run", spec.toString(), "--json"), Stream.of(options))
        .toArray(String[]::new);
  }

  /** The processes of the four services. */
  public List<ServiceProcess> services() {
    JsonNode services = dlpo.run("status", "--json").json().path("services");
    return StreamSupport.stream(services.spliterator(), false).map(ServiceProcess::of).toList();
  }

  /** The processes of one service. */
  public List<ServiceProcess> services(String name) {
    return services().stream().filter(service -> service.name().equals(name)).toList();
  }

  /** A run as REST shows it now. */
  public RunReport runNow(String runId) {
    return new RunReport(get(rest.replaceAll("/$", "") + "/api/runs/" + runId));
  }

  /** How many dead letters each topic has; those without any are left out. */
  public Map<String, Long> deadLetters() {
    JsonNode topics = get(rest.replaceAll("/$", "") + "/api/dead-letters").path("topics");
    return StreamSupport.stream(topics.spliterator(), false)
        .filter(topic -> topic.path("count").asLong() > 0)
        .collect(
            Collectors.toMap(
                topic -> topic.path("topic").asText(), topic -> topic.path("count").asLong()));
  }

  private static JsonNode get(String address) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20)).build();
      return MAPPER.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(address + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Ends it and expects that nothing of it is left running. */
  @Override
  public void close() {
    dlpo.run("down").expect(0);
    if (!dlpo.processes().isEmpty()) {
      throw new AssertionError("still running after down: " + dlpo.processes());
    }
  }
}
