package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A stack of local processes, as {@code dlpo up} starts it. */
public final class LocalStack implements Stack {

  private final Dlpo dlpo;
  private final String kafka;
  private final String rest;
  private final String database;
  private final String modelEndpoint;

  private LocalStack(Dlpo dlpo, JsonNode status) {
    this.dlpo = dlpo;
    this.kafka = status.path("kafka").asText();
    this.rest = status.path("rest").asText();
    this.database = status.path("database").asText();
    this.modelEndpoint = status.path("modelEndpoint").asText();
  }

  /** Starts it in a fresh home, without runs of its own, and waits until all is ready. */
  public static LocalStack up(String name, Map<String, String> environment, String... options) {
    return start(
        name,
        environment,
        Stream.concat(Stream.of("up", "--no-warm-up"), Stream.of(options)).toArray(String[]::new));
  }

  /** Starts it in a home that has data already. */
  public static LocalStack upIn(Dlpo dlpo) {
    return start(dlpo, "up", "--no-warm-up");
  }

  /** Starts it in a fresh home by a command and waits until all is ready. */
  static LocalStack start(String name, Map<String, String> environment, String... arguments) {
    return start(Dlpo.fresh(name, environment), arguments);
  }

  private static LocalStack start(Dlpo dlpo, String... arguments) {
    try {
      dlpo.run(arguments).expect(0);
      return new LocalStack(dlpo, dlpo.run("status", "--json").expect(0).json());
    } catch (AssertionError e) {
      dlpo.run("down");
      throw e;
    }
  }

  /** JDBC address of the database. */
  public String database() {
    return database;
  }

  /** The process of a part that is no service, {@code kafka} or {@code postgres}, as it is now. */
  public long part(String name) {
    return state().path("processes").path(name).asLong();
  }

  /** The process that starts what has died. */
  public long supervisor() {
    return state().path("supervisorPid").asLong();
  }

  private JsonNode state() {
    try {
      return new ObjectMapper().readTree(dlpo.home().resolve("stack.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the state of the stack", e);
    }
  }

  @Override
  public Stack killedAndStartedAgain() {
    List<ProcessHandle> processes = dlpo.processes();
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
    dlpo.run("up", "--no-warm-up").expect(0);
    return new LocalStack(dlpo, dlpo.run("status", "--json").expect(0).json());
  }

  @Override
  public Dlpo dlpo() {
    return dlpo;
  }

  @Override
  public String kafka() {
    return kafka;
  }

  @Override
  public String rest() {
    return rest.replaceAll("/$", "");
  }

  @Override
  public String simulator() {
    return modelEndpoint.replaceAll("/v1/?$", "");
  }

  @Override
  public List<ServiceProcess> services() {
    JsonNode services = dlpo.run("status", "--json").json().path("services");
    return services.valueStream().map(ServiceProcess::of).toList();
  }

  /** Expects that nothing of it is left running. */
  @Override
  public void close() {
    dlpo.run("down").expect(0);
    if (!dlpo.processes().isEmpty()) {
      throw new AssertionError("still running after down: " + dlpo.processes());
    }
  }
}
