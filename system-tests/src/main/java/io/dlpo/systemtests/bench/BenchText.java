package io.dlpo.systemtests.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The result of a benchmark as a table. */
public final class BenchText {

  private BenchText() {}

  /** Prints a line for each number of workers, then the CPU time of each part. */
  public static void print(BenchResult result, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%d processors for everything, %d ms a call of the model%n%n",
        result.processors(),
        result.latencyMillis());
    out.println("workers  runs  calls   wall s  calls/s  wall/critical  CPU ms a call");
    for (BenchRow row : result.rows()) {
      out.printf(
          Locale.ROOT,
          "%7d  %4d  %5d  %7.1f  %7.1f  %13.2f  %13.2f%n",
          row.workers(),
          row.runs(),
          row.calls(),
          row.wallMillis() / 1e3,
          row.callsPerSecond(),
          row.overhead(),
          row.cpuMillis());
    }
    out.println();
    out.println("CPU ms a call    " + header(result));
    parts(result)
        .forEach(
            part ->
                out.printf(
                    "%-15s  %s%n",
                    part,
                    result.rows().stream()
                        .map(row -> row.cpuMillisPerCall().getOrDefault(part, 0.0))
                        .map(millis -> String.format(Locale.ROOT, "%7.2f", millis))
                        .collect(Collectors.joining("  "))));
    out.flush();
  }

  private static String header(BenchResult result) {
    return result.rows().stream()
        .map(row -> String.format(Locale.ROOT, "%7d", row.workers()))
        .collect(Collectors.joining("  "));
  }

  private static Set<String> parts(BenchResult result) {
    Set<String> parts = new TreeSet<>();
    result.rows().forEach(row -> parts.addAll(row.cpuMillisPerCall().keySet()));
    return parts;
  }
}
