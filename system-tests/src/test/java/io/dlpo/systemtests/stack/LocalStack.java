package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A stack of local processes, started by {@code dlpo up}. Reads addresses and processes from the
 * supervisor's file each time, because a restart changes them.
 */
public final class LocalStack implements Stack {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Dlpo dlpo;
  private final String[] command;

  private LocalStack(Dlpo dlpo, String... command) {
    this.dlpo = dlpo;
    this.command = command.clone();
  }

  /** Starts a stack in a new home, without warm-up runs, and waits until it is ready. */
  public static LocalStack up(String name, Map<String, String> environment, String... options) {
    Map<String, String> all = new HashMap<>(RARE_POLLS);
    all.putAll(environment);
    return upIn(Dlpo.fresh(name, all), options);
  }

  /** Starts a stack in a home, which may have data. */
  public static LocalStack upIn(Dlpo dlpo, String... options) {
    return start(
        dlpo,
        Stream.concat(Stream.of("up", "--no-warm-up"), Stream.of(options)).toArray(String[]::new));
  }

  /** Starts a stack with a command and waits until it is ready. */
  static LocalStack start(Dlpo dlpo, String... command) {
    ClassDataArchives.create();
    LocalStack stack = new LocalStack(dlpo, command);
    try {
      dlpo.run(command).expect(0);
      return stack;
    } catch (AssertionError e) {
      dlpo.run("down");
      throw e;
    }
  }

  /** The JDBC address of the database. */
  public String database() {
    return state().path("database").asText();
  }

  /**
   * Returns the current process id of {@code kafka}, {@code postgres}, or a service with its index.
   */
  public long part(String name) {
    return state().path("processes").path(name).asLong();
  }

  /** Returns the process id of the supervisor, which starts all other processes. */
  public long supervisor() {
    return state().path("supervisorPid").asLong();
  }

  private JsonNode state() {
    try {
      return MAPPER.readTree(dlpo.home().resolve("stack.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the state of the stack", e);
    }
  }

  @Override
  public void killAndStartAgain() {
    List<ProcessHandle> processes = dlpo.processes();
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
    dlpo.run(command).expect(0);
  }

  @Override
  public Dlpo dlpo() {
    return dlpo;
  }

  @Override
  public String kafka() {
    return state().path("kafka").asText();
  }

  @Override
  public String rest() {
    return state().path("rest").asText();
  }

  @Override
  public String simulator() {
    return state().path("modelEndpoint").asText().replaceAll("/v1/?$", "");
  }

  @Override
  public List<ServiceProcess> services() {
    return state().path("services").valueStream().map(LocalStack::process).toList();
  }

  private static ServiceProcess process(JsonNode node) {
    String http = node.path("http").asText();
    long pid = node.path("pid").asLong();
    return new ServiceProcess(
        node.path("name").asText(),
        node.path("index").asInt(),
        pid,
        http,
        ProcessHandle.of(pid).isPresent() && Http.isReady(http));
  }

  /** Stops the stack and expects that no process remains. */
  @Override
  public void close() {
    dlpo.run("down").expect(0);
    if (!dlpo.processes().isEmpty()) {
      throw new AssertionError("still running after down: " + dlpo.processes());
    }
  }
}
