package io.dlpo.systemtests.soak;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.systemtests.soak.KillPlan.Kill;
import io.dlpo.systemtests.trial.SimulatedStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Kills processes according to a plan, with {@code kill -9}, and counts the calls in flight at each
 * kill.
 */
final class Killer {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final SimulatedStack stack;
  private final Deque<Kill> left;
  private final Consumer<String> progress;
  private final Map<Victim, Integer> kills = new EnumMap<>(Victim.class);
  private long underWay;

  Killer(SimulatedStack stack, List<Kill> plan, Consumer<String> progress) {
    this.stack = stack;
    this.left = new ArrayDeque<>(plan);
    this.progress = progress;
  }

  boolean isDone() {
    return left.isEmpty();
  }

  /** Waits for the planned time and until the next victim is ready, and kills it. */
  void killNext() {
    Kill kill = left.removeFirst();
    LockSupport.parkNanos(kill.after().toNanos());
    long pid = awaitReady(kill.victim());
    // Freezes the victim, so that it starts no calls while they are counted.
    freeze(pid);
    JsonNode counts = stack.calls();
    ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    long calls = counts.path("open").asLong() + counts.path("justAnswered").asLong();
    underWay += calls;
    int count = kills.merge(kill.victim(), 1, Integer::sum);
    progress.accept(
        "killed %s (%d), %d calls in flight, %d kills left"
            .formatted(kill.victim().label(), count, calls, left.size()));
  }

  private long awaitReady(Victim victim) {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    OptionalLong pid = victim.pid(stack.status());
    while (pid.isEmpty()) {
      if (System.nanoTime() - giveUp > 0) {
        throw new CliException(
            ExitStatus.FAILED,
            victim.label() + " is not ready again within " + PATIENCE.toMinutes() + " minutes");
      }
      LockSupport.parkNanos(LOOK.toNanos());
      pid = victim.pid(stack.status());
    }
    return pid.getAsLong();
  }

  private static void freeze(long pid) {
    try {
      new ProcessBuilder("kill", "-STOP", Long.toString(pid)).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop process " + pid, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitStatus.FAILED, "interrupted");
    }
  }

  /** Returns the number of kills by victim. */
  Map<Victim, Integer> kills() {
    return Map.copyOf(kills);
  }

  /**
   * Returns the number of model calls in flight at all kills. Includes calls of other services,
   * because a reply cannot be stored while the database is unreachable.
   */
  long underWay() {
    return underWay;
  }
}
