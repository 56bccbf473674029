package io.dlpo.systemtests.stack;

import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The checkout's {@code docker-compose.yml} as a separate project with separate ports. The project
 * name contains the id of the test process: if a test is killed, its containers keep running, and
 * {@code .ci/run} removes those whose process has ended.
 */
public final class ComposeStack implements Stack {

  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final List<String> SERVICES =
      List.of("optimizer", "forward-engine", "evaluator", "backward-engine");

  private final String project;
  private final Path settings;
  private final Dlpo dlpo;
  private final String[] up;
  private final Thread atExit = new Thread(this::down, "compose-down");

  private ComposeStack(String project, Path settings, Dlpo dlpo, String... options) {
    this.project = project;
    this.settings = settings;
    this.dlpo = dlpo;
    this.up = Stream.concat(Stream.of("up", "--wait"), Stream.of(options)).toArray(String[]::new);
  }

  /** Whether a Docker engine with Compose is available. */
  public static boolean engineAnswers() {
    return succeeds("docker", "version") && succeeds("docker", "compose", "version");
  }

  private static boolean succeeds(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Builds the images, starts all services with the simulator's models and waits until they are
   * healthy.
   *
   * @param environment variables for the Compose file; skips the test if the file does not read one
   *     of them. The command line also uses the operator key
   * @param options such as {@code --scale forward-engine=2}
   */
  public static ComposeStack up(String name, Map<String, String> environment, String... options) {
    String readByTheFile = file();
    environment
        .keySet()
        .forEach(
            variable ->
                Assumptions.assumeTrue(
                    readByTheFile.contains(variable + ":"),
                    "docker-compose.yml does not read " + variable));
    int rest = freePort();
    int kafka = freePort();
    Map<String, String> caller = new HashMap<>();
    caller.put("DLPO_REST", "http://127.0.0.1:" + rest);
    caller.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka);
    Optional.ofNullable(environment.get("DLPO_SECURITY_OPERATOR_KEY"))
        .ifPresent(key -> caller.put("DLPO_API_KEY", key));
    Dlpo dlpo = Dlpo.fresh(name, caller);
    String lines =
        Stream.concat(
                Stream.of(
                    "COMPOSE_PROFILES=simulator",
                    "DLPO_REST_PORT=" + rest,
                    "DLPO_KAFKA_PORT=" + kafka),
                environment.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()))
            .collect(Collectors.joining("\n"));
    ComposeStack stack =
        new ComposeStack(
            "dlpo-systemtest-%s-%d-%s"
                .formatted(
                    name,
                    ProcessHandle.current().pid(),
                    UUID.randomUUID().toString().substring(0, 8)),
            SpecFile.write(dlpo, "settings", lines),
            dlpo,
            options);
    Runtime.getRuntime().addShutdownHook(stack.atExit);
    try {
      stack.compose("build").expect(0);
      stack.compose(stack.up).expect(0);
      return stack;
    } catch (AssertionError e) {
      stack.keepLogs();
      stack.close();
      throw e;
    }
  }

  private static String file() {
    try {
      return Files.readString(Dlpo.inCheckout("docker-compose.yml"));
    } catch (IOException e) {
      throw new UncheckedIOException("no Compose file", e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  /** Runs {@code docker compose} for this project and waits for it. */
  public CommandResult compose(String... arguments) {
    return docker(
        Stream.concat(
                Stream.of("compose", "-p", project, "--env-file", settings.toString()),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private CommandResult docker(String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList())
            .directory(Dlpo.inCheckout("").toFile());
    builder.environment().keySet().removeIf(Dlpo::isOurs);
    return RunningCommand.start(builder, dlpo.home()).await(TIMEOUT);
  }

  @Override
  public Dlpo dlpo() {
    return dlpo;
  }

  @Override
  public String kafka() {
    return dlpo.environment().get("KAFKA_BOOTSTRAP_SERVERS");
  }

  @Override
  public String rest() {
    return dlpo.environment().get("DLPO_REST");
  }

  @Override
  public String simulator() {
    return Assumptions.abort("the containers' simulator has no port on this machine");
  }

  @Override
  public List<ServiceProcess> services() {
    return SERVICES.stream().flatMap(this::processes).toList();
  }

  /** Returns the processes of a service's containers, with their ids on this machine. */
  private Stream<ServiceProcess> processes(String service) {
    List<String> containers = compose("ps", "-q", service).expect(0).out().lines().toList();
    return IntStream.range(0, containers.size())
        .mapToObj(
            i -> {
              String[] found =
                  docker(
                          "inspect",
                          "--format",
                          "{{.State.Pid}} {{.State.Health.Status}}",
                          containers.get(i))
                      .expect(0)
                      .out()
                      .strip()
                      .split(" ", 2);
              return new ServiceProcess(
                  service, i + 1, Long.parseLong(found[0]), "", found[1].equals("healthy"));
            });
  }

  @Override
  public void killAndStartAgain() {
    List<String> killed =
        compose("ps", "--services").expect(0).out().lines().filter(this::canBeKilled).toList();
    compose(Stream.concat(Stream.of("kill"), killed.stream()).toArray(String[]::new)).expect(0);
    compose(up).expect(0);
  }

  /**
   * The published image of Kafka can restart with existing data. The local image, which is built
   * where nothing can be pulled, formats its storage at each start and can do so only once.
   */
  private boolean canBeKilled(String service) {
    return !service.equals("kafka")
        || compose("exec", "-T", "kafka", "test", "-f", "/etc/kafka/docker/launch").exitStatus()
            == 0;
  }

  /** Returns the health of each running container of a service, such as {@code healthy}. */
  public List<String> health(String service) {
    return compose("ps", "--format", "{{.Health}}", service).expect(0).out().lines().toList();
  }

  /** Kills a container of a service with {@code docker kill}; the engine does not restart it. */
  public void killContainer(String service, int index) {
    docker("kill", container(service, index)).expect(0);
  }

  /** Kills the process in a container with {@code kill -9}; the engine restarts the container. */
  public void crash(String service, int index) {
    String pid =
        docker("inspect", "--format", "{{.State.Pid}}", container(service, index))
            .expect(0)
            .out()
            .strip();
    if (!ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::destroyForcibly).orElse(false)) {
      throw new AssertionError("cannot kill process " + pid + " of " + service);
    }
  }

  private String container(String service, int index) {
    return project + "-" + service + "-" + index;
  }

  /** Deletes all containers and volumes, and returns the names of any that remain. */
  public List<String> downWithVolumes() {
    compose("down", "-v").expect(0);
    String label = "label=com.docker.compose.project=" + project;
    return Stream.of(
            docker("ps", "-aq", "--filter", label),
            docker("volume", "ls", "-q", "--filter", label),
            docker("network", "ls", "-q", "--filter", label))
        .flatMap(result -> result.expect(0).out().lines())
        .toList();
  }

  private void keepLogs() {
    try {
      Files.writeString(dlpo.home().resolve("compose.log"), compose("logs").text());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the containers' logs", e);
    }
  }

  @Override
  public void close() {
    down();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void down() {
    compose("down", "-v", "--timeout", "5");
  }
}
