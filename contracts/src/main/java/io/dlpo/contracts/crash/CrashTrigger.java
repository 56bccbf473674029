package io.dlpo.contracts.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Counts how often a process reaches the points of its plan, and ends it when the count is met. */
public final class CrashTrigger {

  private final String service;
  private final CrashPlan plan;
  private final @Nullable Path once;
  private final Consumer<String> end;
  private final Map<CrashPoint, AtomicInteger> reached = new EnumMap<>(CrashPoint.class);

  /**
   * @param service the service of this process
   * @param plan when to crash
   * @param once folder with a file for each point at which a process has crashed; such a point
   *     triggers no more. Null if every process crashes
   * @param end ends the process immediately, like {@code kill -9}; receives the reason
   */
  public CrashTrigger(String service, CrashPlan plan, @Nullable Path once, Consumer<String> end) {
    this.service = service;
    this.plan = plan;
    this.once = once;
    this.end = end;
    for (CrashPoint point : CrashPoint.values()) {
      reached.put(point, new AtomicInteger());
    }
  }

  void reach(CrashPoint point) {
    plan.of(service, point)
        .ifPresent(
            count -> {
              AtomicInteger times = reached.get(point);
              if (times != null && times.incrementAndGet() == count && isFirst(point)) {
                end.accept(
                    "crash point %s:%s was reached %d times: the process ends as configured"
                        .formatted(service, point.label(), count));
              }
            });
  }

  /** Only one of all processes, including later ones, is the first. */
  private boolean isFirst(CrashPoint point) {
    if (once == null) {
      return true;
    }
    try {
      Files.createFile(Files.createDirectories(once).resolve(service + "." + point.label()));
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot record a crash in " + once, e);
    }
  }
}
