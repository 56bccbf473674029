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

/** Counts how often a process comes to the points of its plan, and ends it when it is time. */
public final class Fuse {

  private final String service;
  private final CrashPlan plan;
  private final @Nullable Path once;
  private final Consumer<String> end;
  private final Map<CrashPoint, AtomicInteger> reached = new EnumMap<>(CrashPoint.class);

  /**
   * @param service whose process this is
   * @param plan when it dies
   * @param once folder with a file for each point that somebody has died at, and that is passed
   *     since; null if every process dies anew
   * @param end ends the process at once, as {@code kill -9} does; gets the reason in words
   */
  public Fuse(String service, CrashPlan plan, @Nullable Path once, Consumer<String> end) {
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
                    "crash point %s:%s was reached %d times: the process ends as it was told"
                        .formatted(service, point.label(), count));
              }
            });
  }

  /** Of all processes, also those that come later, one is the first. */
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
      throw new UncheckedIOException("cannot note a crash in " + once, e);
    }
  }
}
