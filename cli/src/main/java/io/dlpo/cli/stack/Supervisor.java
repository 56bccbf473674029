package io.dlpo.cli.stack;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Owns all processes of a stack: starts them in order, restarts those that exit, and stops all of
 * them when it exits. One thread does everything but the shutdown.
 */
public final class Supervisor {

  private static final System.Logger LOG = System.getLogger(Supervisor.class.getName());

  /** How long a stopping service waits for calls in flight; short, so that down is fast. */
  private static final String GRACE = "DLPO_EVENTS_GRACE";

  /** Where consumers fetch the schemas of events: from the optimizer of this stack. */
  private static final String SCHEMAS = "DLPO_EVENTS_SCHEMAS_URL";

  private static final String SIMULATOR = "llm-simulator";
  private static final Duration READY_TIMEOUT = Duration.ofMinutes(6);
  private static final long INTERVAL_MILLIS = 250;
  private static final long START_INTERVAL_MILLIS = 50;
  private static final int PORTS = 4;
  private static final Executor VIRTUAL_THREADS =
      task -> Thread.ofVirtual().name("liveness").start(task);

  private final DlpoHome home;
  private final Installation installation;
  private final Scale scale;
  private final StateFile file;
  private final HealthClient health = new HealthClient();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final List<SupervisedProcess> processes = new ArrayList<>();
  private final List<ServiceInstance> services = new ArrayList<>();
  private final int restPort;
  private final String kafka;
  private final int kafkaPort;
  private final int controllerPort;
  private final int databasePort;
  private final ModelSettings models;
  private final LivenessMonitor liveness =
      new LivenessMonitor(health::isLive, VIRTUAL_THREADS, System::nanoTime);
  private CompletableFuture<PostgresProcess> startingDatabase = new CompletableFuture<>();
  private PostgresProcess database;
  private boolean up;

  /**
   * @param port port of the REST interface; empty for a free one
   */
  public Supervisor(DlpoHome home, Installation installation, Scale scale, OptionalInt port) {
    this.home = home;
    this.installation = installation;
    this.scale = scale;
    this.file = new StateFile(home.state());
    List<Integer> free = LocalPorts.free(PORTS + 1);
    this.kafkaPort = free.get(0);
    this.controllerPort = free.get(1);
    this.databasePort = free.get(2);
    this.restPort = port.orElse(free.get(PORTS));
    this.kafka = "127.0.0.1:" + kafkaPort;
    this.models = ModelSettings.of(System.getenv(), free.get(3));
  }

  /** Runs until the process is stopped. */
  public void run() {
    try (HomeLock lock = HomeLock.of(home)) {
      if (lock.isHeld()) {
        supervise();
      }
    }
  }

  private void supervise() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "shutdown"));
    String failure = null;
    try {
      start();
      up = true;
      write("up", null);
      while (!isStopping(INTERVAL_MILLIS)) {
        maintain();
      }
    } catch (CancellationException e) {
      LOG.log(System.Logger.Level.INFO, "stopped during startup");
    } catch (CliException e) {
      failure = e.getMessage();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the stack failed", e);
      failure = String.valueOf(e.getMessage() == null ? e : e.getMessage());
    } finally {
      stop(failure);
      stopped.countDown();
    }
  }

  private void start() {
    write("starting PostgreSQL and Kafka", null);
    startingDatabase =
        CompletableFuture.supplyAsync(() -> PostgresProcess.start(home, databasePort));
    SupervisedProcess broker = new KafkaBroker(home, installation).start(kafkaPort, controllerPort);
    processes.add(broker);
    models.simulatorPort().ifPresent(this::startSimulator);
    await(CompletableFuture.runAsync(() -> TopicCreator.create(kafka)), broker);
    database = await(startingDatabase, broker);
    write("starting the services", null);
    startServices();
    awaitReady();
  }

  /** Waits for a part of the startup while the broker is running and the stack is not stopped. */
  private <T> T await(CompletableFuture<T> part, SupervisedProcess broker) {
    while (!part.isDone()) {
      if (!broker.isAlive()) {
        throw new CliException(
            ExitStatus.FAILED, "Kafka exited during startup; see " + home.log("kafka"));
      }
      pause(START_INTERVAL_MILLIS);
    }
    try {
      return part.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  private void pause(long millis) {
    if (isStopping(millis)) {
      throw new CancellationException("the stack is stopping");
    }
  }

  private boolean isStopping(long millis) {
    try {
      return stopping.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void startSimulator(int port) {
    processes.add(
        SupervisedProcess.start(
            SIMULATOR,
            ServiceInstance.command(home, installation, SIMULATOR),
            ServiceInstance.atPort(Map.of(), port),
            home.log(SIMULATOR)));
  }

  private void startServices() {
    Map<String, String> environment = new HashMap<>(models.environment());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
    environment.put("DATABASE_URL", database.jdbcUrl());
    environment.put(GRACE, System.getenv().getOrDefault(GRACE, "5s"));
    environment.put(SCHEMAS, System.getenv().getOrDefault(SCHEMAS, rest() + "/api/schemas/"));
    int count = scale.instances().values().stream().mapToInt(Integer::intValue).sum();
    List<Integer> ports = new ArrayList<>(LocalPorts.free(count));
    for (DlpoService service : DlpoService.values()) {
      for (int index = 1; index <= scale.of(service); index++) {
        boolean rest = service == DlpoService.OPTIMIZER && index == 1;
        int port = rest ? restPort : ports.removeLast();
        ServiceInstance process =
            ServiceInstance.start(home, installation, service, index, port, environment);
        services.add(process);
        processes.add(process.process());
      }
    }
  }

  private String rest() {
    return "http://127.0.0.1:" + restPort;
  }

  private void awaitReady() {
    long deadline = System.nanoTime() + READY_TIMEOUT.toNanos();
    List<String> missing = notReady();
    while (!missing.isEmpty()) {
      if (System.nanoTime() - deadline > 0) {
        throw new CliException(
            ExitStatus.FAILED,
            "not ready within %d s: %s; see the logs in %s"
                .formatted(READY_TIMEOUT.toSeconds(), String.join(", ", missing), home.logs()));
      }
      pause(INTERVAL_MILLIS);
      processes.forEach(SupervisedProcess::restartIfExited);
      processes.stream()
          .filter(SupervisedProcess::cannotStart)
          .findFirst()
          .ifPresent(Supervisor::giveUp);
      missing = notReady();
    }
  }

  private static void giveUp(SupervisedProcess process) {
    throw new CliException(
        ExitStatus.FAILED,
        "%s keeps exiting during startup; see %s".formatted(process.name(), process.log()));
  }

  private List<String> notReady() {
    List<String> missing = new ArrayList<>();
    if (models.simulated() && !health.isOk(models.endpoint() + "/models")) {
      missing.add(SIMULATOR);
    }
    services.stream()
        .filter(service -> !health.isReady(service.http()))
        .forEach(service -> missing.add(service.process().name()));
    return missing;
  }

  private void maintain() {
    killUnresponsive();
    boolean changed = database.restartIfExited();
    for (SupervisedProcess process : processes) {
      changed |= process.restartIfExited();
    }
    if (changed) {
      write("up", null);
    }
  }

  private void killUnresponsive() {
    Map<Long, String> addresses = new HashMap<>();
    services.stream()
        .filter(service -> service.process().isAlive())
        .forEach(service -> addresses.put(service.process().pid(), service.http()));
    Set<Long> unresponsive = liveness.unresponsive(addresses);
    services.stream()
        .map(ServiceInstance::process)
        .filter(process -> process.isAlive() && unresponsive.contains(process.pid()))
        .forEach(SupervisedProcess::kill);
  }

  private void write(String phase, @Nullable String failure) {
    Map<String, Long> pids = new HashMap<>();
    processes.forEach(process -> pids.put(process.name(), process.pid()));
    if (database != null) {
      database.pid().ifPresent(pid -> pids.put("postgres", pid));
    }
    Map<String, Integer> scaled = new HashMap<>();
    scale.instances().forEach((service, count) -> scaled.put(service.label(), count));
    file.write(
        new StackState(
            ProcessHandle.current().pid(),
            phase,
            up,
            failure,
            scaled,
            rest(),
            kafka,
            database == null ? "" : database.jdbcUrl(),
            models.endpoint(),
            models.simulated(),
            services.stream().map(service -> service.state(up)).toList(),
            pids));
  }

  /** Stops everything. The state file is kept only to report a failure. */
  private void stop(@Nullable String failure) {
    up = false;
    write(StackState.ENDING, failure);
    stopAll();
    if (failure == null) {
      file.delete();
    }
  }

  /** Services first, so that they do not report the stop of the others as an outage. */
  private void stopAll() {
    List<SupervisedProcess> ofServices = services.stream().map(ServiceInstance::process).toList();
    ofServices.forEach(SupervisedProcess::terminate);
    ofServices.forEach(SupervisedProcess::awaitExit);
    processes.forEach(SupervisedProcess::terminate);
    processes.forEach(SupervisedProcess::awaitExit);
    // The database may still be starting, and must not outlive this process.
    startingDatabase.thenAccept(PostgresProcess::close).exceptionally(failed -> null).join();
  }

  private void shutDown() {
    stopping.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
