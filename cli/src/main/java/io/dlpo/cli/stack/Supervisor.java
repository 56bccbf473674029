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
 * Owns all processes of a stack: starts them in order, starts again what dies, ends all with
 * itself. One thread does everything but the shutdown.
 */
public final class Supervisor {

  private static final System.Logger LOG = System.getLogger(Supervisor.class.getName());

  /** Of calls that are under way when a service is told to end: nobody waits minutes for down. */
  private static final String GRACE = "DLPO_EVENTS_GRACE";

  private static final String SIMULATOR = "llm-simulator";
  private static final Duration READY = Duration.ofMinutes(6);
  private static final long LOOK_MILLIS = 250;
  private static final long START_LOOK_MILLIS = 50;
  private static final int PORTS = 4;
  private static final Executor ASKING = task -> Thread.ofVirtual().name("liveness").start(task);

  private final DlpoHome home;
  private final Installation installation;
  private final Scale scale;
  private final StateFile file;
  private final HealthClient health = new HealthClient();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final List<SupervisedProcess> children = new ArrayList<>();
  private final List<ServiceInstance> services = new ArrayList<>();
  private final int restPort;
  private final String kafka;
  private final int kafkaPort;
  private final int controllerPort;
  private final int databasePort;
  private final ModelSettings models;
  private final LivenessMonitor liveness =
      new LivenessMonitor(health::lives, ASKING, System::nanoTime);
  private CompletableFuture<PostgresServer> opening = new CompletableFuture<>();
  private PostgresServer database;
  private boolean up;

  /**
   * @param port of REST; empty for a free one
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

  /** Runs until the process is told to end. */
  public void run() {
    try (HomeLock lock = HomeLock.of(home)) {
      if (lock.isMine()) {
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
      while (!isStopping(LOOK_MILLIS)) {
        look();
      }
    } catch (CancellationException e) {
      LOG.log(System.Logger.Level.INFO, "told to end while it started");
    } catch (CliException e) {
      failure = e.getMessage();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "the stack cannot go on", e);
      failure = String.valueOf(e.getMessage() == null ? e : e.getMessage());
    } finally {
      end(failure);
      stopped.countDown();
    }
  }

  private void start() {
    write("starting PostgreSQL and Kafka", null);
    opening = CompletableFuture.supplyAsync(() -> PostgresServer.start(home, databasePort));
    SupervisedProcess broker = new KafkaBroker(home, installation).start(kafkaPort, controllerPort);
    children.add(broker);
    models.simulatorPort().ifPresent(this::startSimulator);
    await(CompletableFuture.runAsync(() -> TopicCreator.create(kafka)), broker);
    database = await(opening, broker);
    write("starting the services", null);
    startServices();
    awaitReady();
  }

  /** Waits for a part of the start, as long as the broker lives and nobody ends the stack. */
  private <T> T await(CompletableFuture<T> part, SupervisedProcess broker) {
    while (!part.isDone()) {
      if (!broker.isAlive()) {
        throw new CliException(
            ExitStatus.FAILED, "Kafka has ended while it started; see " + home.log("kafka"));
      }
      pause(START_LOOK_MILLIS);
    }
    try {
      return part.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  private void pause(long millis) {
    if (isStopping(millis)) {
      throw new CancellationException("the stack is to end");
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
    children.add(
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
    int count = scale.instances().values().stream().mapToInt(Integer::intValue).sum();
    List<Integer> ports = new ArrayList<>(LocalPorts.free(count));
    for (DlpoService service : DlpoService.values()) {
      for (int index = 1; index <= scale.of(service); index++) {
        boolean rest = service == DlpoService.OPTIMIZER && index == 1;
        int port = rest ? restPort : ports.removeLast();
        ServiceInstance process =
            ServiceInstance.start(home, installation, service, index, port, environment);
        services.add(process);
        children.add(process.child());
      }
    }
  }

  private void awaitReady() {
    long giveUp = System.nanoTime() + READY.toNanos();
    List<String> missing = notReady();
    while (!missing.isEmpty()) {
      if (System.nanoTime() - giveUp > 0) {
        throw new CliException(
            ExitStatus.FAILED,
            "not ready within %d s: %s; the logs are in %s"
                .formatted(READY.toSeconds(), String.join(", ", missing), home.logs()));
      }
      pause(LOOK_MILLIS);
      children.forEach(SupervisedProcess::reviveIfDead);
      children.stream()
          .filter(SupervisedProcess::cannotStart)
          .findFirst()
          .ifPresent(Supervisor::giveUp);
      missing = notReady();
    }
  }

  private static void giveUp(SupervisedProcess child) {
    throw new CliException(
        ExitStatus.FAILED,
        "%s ends again and again while it starts; see %s".formatted(child.name(), child.log()));
  }

  private List<String> notReady() {
    List<String> missing = new ArrayList<>();
    if (models.simulated() && !health.answers(models.endpoint() + "/models")) {
      missing.add(SIMULATOR);
    }
    services.stream()
        .filter(service -> !health.isReady(service.http()))
        .forEach(service -> missing.add(service.child().name()));
    return missing;
  }

  private void look() {
    endSilent();
    boolean changed = database.reviveIfDead();
    for (SupervisedProcess child : children) {
      changed |= child.reviveIfDead();
    }
    if (changed) {
      write("up", null);
    }
  }

  private void endSilent() {
    Map<Long, String> addresses = new HashMap<>();
    services.stream()
        .filter(service -> service.child().isAlive())
        .forEach(service -> addresses.put(service.child().pid(), service.http()));
    Set<Long> silent = liveness.silent(addresses);
    services.stream()
        .map(ServiceInstance::child)
        .filter(child -> child.isAlive() && silent.contains(child.pid()))
        .forEach(SupervisedProcess::kill);
  }

  private void write(String phase, @Nullable String failure) {
    Map<String, Long> processes = new HashMap<>();
    children.forEach(child -> processes.put(child.name(), child.pid()));
    if (database != null) {
      database.pid().ifPresent(pid -> processes.put("postgres", pid));
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
            "http://127.0.0.1:" + restPort,
            kafka,
            database == null ? "" : database.jdbcUrl(),
            models.endpoint(),
            models.simulated(),
            services.stream().map(service -> service.state(up)).toList(),
            processes));
  }

  /** Ends everything; the state stays only to tell of a failure. */
  private void end(@Nullable String failure) {
    up = false;
    write(StackState.ENDING, failure);
    endAll();
    if (failure == null) {
      file.delete();
    }
  }

  /** Services first, so that none of them sees the others' end as an outage. */
  private void endAll() {
    List<SupervisedProcess> parts = services.stream().map(ServiceInstance::child).toList();
    parts.forEach(SupervisedProcess::terminate);
    parts.forEach(SupervisedProcess::awaitEnd);
    children.forEach(SupervisedProcess::terminate);
    children.forEach(SupervisedProcess::awaitEnd);
    // It may still be starting, and must not outlive this process.
    opening.thenAccept(PostgresServer::close).exceptionally(failed -> null).join();
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
