package io.dlpo.cli.stack;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Owns all processes of a stack: starts them in order, starts again what dies, ends all with
 * itself. One thread does everything but the shutdown.
 */
public final class Supervisor {

  private static final Duration READY = Duration.ofMinutes(3);
  private static final long LOOK_MILLIS = 250;
  private static final int PORTS = 4;

  private final Home home;
  private final Installation installation;
  private final Scale scale;
  private final StateFile file;
  private final Health health = new Health();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final List<Child> children = new ArrayList<>();
  private final List<ServiceProcess> services = new ArrayList<>();
  private final int restPort;
  private final String kafka;
  private final int kafkaPort;
  private final int controllerPort;
  private final int databasePort;
  private final Models models;
  private Database database;
  private boolean up;

  /**
   * @param port of REST; empty for a free one
   */
  public Supervisor(Home home, Installation installation, Scale scale, OptionalInt port) {
    this.home = home;
    this.installation = installation;
    this.scale = scale;
    this.file = new StateFile(home.state());
    List<Integer> free = Ports.free(PORTS + 1);
    this.kafkaPort = free.get(0);
    this.controllerPort = free.get(1);
    this.databasePort = free.get(2);
    this.restPort = port.orElse(free.get(PORTS));
    this.kafka = "127.0.0.1:" + kafkaPort;
    this.models = Models.of(System.getenv(), free.get(3));
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
    try {
      start();
      up = true;
      write("up", null);
      while (!stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (CliException | IllegalStateException | UncheckedIOException e) {
      if (stopping.getCount() > 0) {
        write("failed", String.valueOf(e.getMessage()));
      }
    } finally {
      endAll();
      stopped.countDown();
    }
  }

  private void start() throws InterruptedException {
    write("starting PostgreSQL and Kafka", null);
    CompletableFuture<Database> starting =
        CompletableFuture.supplyAsync(() -> Database.start(home, databasePort));
    children.add(new Broker(home, installation).start(kafkaPort, controllerPort));
    models.simulatorPort().ifPresent(this::startSimulator);
    Topics.create(kafka);
    database = joined(starting);
    write("starting the services", null);
    startServices();
    awaitReady();
  }

  private static Database joined(CompletableFuture<Database> starting) {
    try {
      return starting.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  private void startSimulator(int port) {
    children.add(
        Child.start(
            "llm-simulator",
            ServiceProcess.command(installation, "llm-simulator"),
            ServiceProcess.atPort(Map.of(), port),
            home.log("llm-simulator")));
  }

  private void startServices() {
    Map<String, String> environment = new HashMap<>(models.environment());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
    environment.put("DATABASE_URL", database.jdbcUrl());
    int count = scale.instances().values().stream().mapToInt(Integer::intValue).sum();
    List<Integer> ports = new ArrayList<>(Ports.free(count));
    for (Service service : Service.values()) {
      for (int index = 1; index <= scale.of(service); index++) {
        boolean rest = service == Service.OPTIMIZER && index == 1;
        int port = rest ? restPort : ports.removeLast();
        ServiceProcess process =
            ServiceProcess.start(home, installation, service, index, port, environment);
        services.add(process);
        children.add(process.child());
      }
    }
  }

  private void awaitReady() throws InterruptedException {
    long giveUp = System.nanoTime() + READY.toNanos();
    while (!allReady()) {
      if (System.nanoTime() > giveUp) {
        throw new CliException(
            ExitStatus.FAILED,
            "not ready within "
                + READY.toSeconds()
                + " s; the logs are in "
                + home.folder().resolve("logs"));
      }
      if (stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new InterruptedException();
      }
    }
  }

  private boolean allReady() {
    boolean simulator = !models.simulated() || health.answers(models.endpoint() + "/models");
    return simulator && services.stream().allMatch(service -> health.isReady(service.http()));
  }

  private void look() {
    database.reviveIfDead();
    boolean changed = false;
    for (Child child : children) {
      changed |= child.reviveIfDead();
    }
    if (changed) {
      write("up", null);
    }
  }

  private void write(String phase, String failure) {
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

  /** Services first, so that none of them sees the others' end as an outage. */
  private void endAll() {
    List<Child> parts = services.stream().map(ServiceProcess::child).toList();
    parts.forEach(Child::terminate);
    parts.forEach(Child::awaitEnd);
    children.forEach(Child::terminate);
    children.forEach(Child::awaitEnd);
    if (database != null) {
      database.close();
    }
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
