package io.dlpo.systemtests.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.ReconnectPolicy;
import io.dlpo.cli.run.WarmUp;
import io.dlpo.cli.stack.DlpoHome;
import io.dlpo.cli.stack.Installation;
import io.dlpo.cli.stack.Scale;
import io.dlpo.cli.stack.StackManager;
import io.dlpo.cli.stack.StackState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** A stack with the simulator. Retries requests while parts of it are being killed. */
public final class SimulatedStack implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final StackManager stack;
  private final StackState started;
  private final OptimizerClient rest;
  private final ReconnectPolicy patience =
      new ReconnectPolicy(LOOK, PATIENCE, PATIENCE, reason -> {});

  private SimulatedStack(StackManager stack, StackState started) {
    this.stack = stack;
    this.started = started;
    this.rest = new OptimizerClient(started.rest());
  }

  /**
   * Starts a stack in a folder.
   *
   * @param latency the latency of the simulated model
   */
  public static SimulatedStack up(Path folder, Scale scale, Duration latency) {
    Map<String, String> environment =
        Map.of(
            "OPENAI_API_KEY", "",
            "OPENAI_API_KEY_FILE", "",
            "OPENAI_BASE_URL", "",
            "DLPO_FORWARD_MODEL", "",
            "DLPO_BACKWARD_MODEL", "",
            "DLPO_SIMULATOR_LATENCY", latency.toMillis() + "ms");
    StackManager stack =
        new StackManager(new DlpoHome(folder), Installation.ofEnvironment(), environment);
    return new SimulatedStack(stack, stack.up(scale, OptionalInt.empty(), phase -> {}));
  }

  /** The address of the broker. */
  public String kafka() {
    return started.kafka();
  }

  /** The state of the stack with the readiness of each service. */
  public StackState status() {
    return stack
        .status()
        .orElseThrow(
            () ->
                new CliException(
                    ExitStatus.FAILED, "the supervisor of the trial's stack has ended"));
  }

  /** Sends a request to the REST API and retries it while the optimizer is unreachable. */
  public <T> T ask(Function<OptimizerClient, T> question) {
    return patience.call(() -> question.apply(rest));
  }

  /**
   * Executes small runs first: a Java process is slow until its code is loaded and compiled.
   *
   * @param data the data for {@link WarmUp}
   */
  public void warmUp(Path data) {
    new WarmUp(rest, data).run();
  }

  /** The simulator's counters. The simulator is never killed. */
  public JsonNode calls() {
    String address = started.modelEndpoint().replaceAll("/v1$", "") + "/simulator/statistics";
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
    try {
      return MAPPER.readTree(client.send(request, BodyHandlers.ofByteArray()).body());
    } catch (IOException e) {
      throw new UncheckedIOException("the simulator does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitStatus.FAILED, "interrupted");
    }
  }

  @Override
  public void close() {
    stack.down();
  }
}
