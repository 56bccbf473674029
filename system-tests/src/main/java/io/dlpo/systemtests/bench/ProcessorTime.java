package io.dlpo.systemtests.bench;

import io.dlpo.cli.stack.StackState;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The CPU time that the parts of a stack have used since their start.
 *
 * @param spent the CPU time by part, such as {@code forward-engine}; the sum over its processes
 */
record ProcessorTime(Map<String, Duration> spent) {

  ProcessorTime {
    spent = Map.copyOf(spent);
  }

  /** Reads the current CPU time. Does not include processes that have ended. */
  static ProcessorTime of(StackState state) {
    Map<String, Duration> spent = new TreeMap<>();
    state
        .processes()
        .forEach(
            (name, pid) -> spent.merge(name.replaceFirst("-[0-9]+$", ""), of(pid), Duration::plus));
    return new ProcessorTime(spent);
  }

  /** Includes child processes, such as PostgreSQL's processes for connections. */
  private static Duration of(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns the CPU time per call since an earlier measurement, in milliseconds. */
  Map<String, Double> millisPerCall(ProcessorTime before, long calls) {
    Map<String, Double> millis = new TreeMap<>();
    spent.forEach(
        (name, time) ->
            millis.put(
                name,
                time.minus(before.spent.getOrDefault(name, Duration.ZERO)).toNanos()
                    / 1e6
                    / calls));
    return millis;
  }
}
