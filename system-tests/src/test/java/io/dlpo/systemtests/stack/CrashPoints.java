package io.dlpo.systemtests.stack;

import static java.util.stream.Collectors.toSet;

import io.dlpo.contracts.crash.CrashPlan;
import io.dlpo.contracts.crash.CrashPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The points at which the services of a stack crash. Each point crashes one process once and then
 * creates a file in a folder. A point whose file already exists has no effect.
 *
 * @param folder the folder of the files
 * @param plan services, points and counts, as {@code DLPO_CRASH_AT} has them
 */
public record CrashPoints(Path folder, List<String> plan) {

  private static final String FOLDER = "DLPO_CRASH_ONCE";

  /**
   * The counts are small, because each new process restarts them. Those of the optimizer leave it
   * time to answer the request for the run.
   */
  private static final List<String> ALL =
      List.of(
          "forward-engine:received:30,forward-engine:replied:8,forward-engine:remembered:12",
          "forward-engine:handled:9,forward-engine:publishing:5,forward-engine:published:6",
          "evaluator:received:15,evaluator:counted:8,evaluator:closed:1,evaluator:announced:2",
          "evaluator:handled:6,evaluator:publishing:2,evaluator:published:7",
          "backward-engine:received:2,backward-engine:replied:2,backward-engine:remembered:3",
          "backward-engine:handled:2,backward-engine:publishing:1,backward-engine:published:2",
          "optimizer:received:3,optimizer:replied:1,optimizer:remembered:1,optimizer:committing:2",
          "optimizer:handled:3,optimizer:publishing:3,optimizer:published:4");

  /**
   * Each kind of point once. Those around a record and a call are in libraries that all services
   * share.
   */
  private static final List<String> EACH_KIND =
      List.of(
          "forward-engine:received:30,forward-engine:replied:8,forward-engine:remembered:12",
          "forward-engine:handled:9,forward-engine:publishing:5,forward-engine:published:6",
          "evaluator:counted:8,evaluator:closed:1,evaluator:announced:2",
          "optimizer:committing:2");

  /** The evaluator makes no calls without a judge model. */
  private static final Set<String> NEVER_REACHED =
      Set.of("evaluator.replied", "evaluator.remembered");

  /** Creates each kind of crash point once, for a stack that starts with {@link #environment}. */
  public static CrashPoints ofEachKind() {
    return create(EACH_KIND);
  }

  /** Creates all crash points of all services. */
  public static CrashPoints ofAllServices() {
    return create(ALL);
  }

  private static CrashPoints create(List<String> plan) {
    try {
      return new CrashPoints(
          Files.createTempDirectory(Path.of("target").toAbsolutePath(), "crashes-"), plan);
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for crash points", e);
    }
  }

  /** Returns the environment variables that set the points. */
  public Map<String, String> environment() {
    return Map.of("DLPO_CRASH_AT", String.join(",", plan), FOLDER, folder.toString());
  }

  /** Returns the planned points, as file names. */
  public Set<String> planned() {
    return plan.stream()
        .flatMap(points -> Stream.of(points.split(",")))
        .map(point -> point.substring(0, point.lastIndexOf(':')).replace(':', '.'))
        .collect(toSet());
  }

  /** Returns the points that the services reach during a run, as file names. */
  public static Set<String> all() {
    return CrashPlan.SERVICES.stream()
        .flatMap(
            service -> CrashPoint.of(service).stream().map(point -> service + "." + point.label()))
        .filter(name -> !NEVER_REACHED.contains(name))
        .collect(toSet());
  }

  /** Returns the points that have crashed a process. */
  public Set<String> passed() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
