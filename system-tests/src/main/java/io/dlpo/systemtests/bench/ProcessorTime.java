package io.dlpo.systemtests.bench;

import io.dlpo.cli.stack.StackState;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor time that the parts of a stack have used since they began.
 *
 * @param spent by part, such as {@code forward-engine}: all of its processes together
 */
record ProcessorTime(Map<String, Duration> spent) {

  ProcessorTime {
    spent = Map.copyOf(spent);
  }

  /** As the system counts it now; what has ended is not counted. */
  static ProcessorTime of(StackState state) {
    Map<String, Duration> spent = new TreeMap<>();
    state
        .processes()
        .forEach(
            (name, pid) -> spent.merge(name.replaceFirst("-[0-9]+$", ""), of(pid), Duration::plus));
    return new ProcessorTime(spent);
  }

  /** Of a process with those that it has started, as PostgreSQL does for its connections. */
  private static Duration of(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** What was used since, a call, in milliseconds. */
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
