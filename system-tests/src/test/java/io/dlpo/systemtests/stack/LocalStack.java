package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A stack of local processes, as {@code dlpo up} starts it. */
final class LocalStack implements Stack {

  private final Dlpo dlpo;
  private final String kafka;
  private final String rest;
  private final String modelEndpoint;

  private LocalStack(Dlpo dlpo, JsonNode status) {
    this.dlpo = dlpo;
    this.kafka = status.path("kafka").asText();
    this.rest = status.path("rest").asText();
    this.modelEndpoint = status.path("modelEndpoint").asText();
  }

  /** Starts it in a fresh home by a command and waits until all is ready. */
  static Stack start(String name, Map<String, String> environment, String... arguments) {
    Dlpo dlpo = Dlpo.fresh(name, environment);
    try {
      dlpo.run(arguments).expect(0);
      return new LocalStack(dlpo, dlpo.run("status", "--json").expect(0).json());
    } catch (AssertionError e) {
      dlpo.run("down");
      throw e;
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
