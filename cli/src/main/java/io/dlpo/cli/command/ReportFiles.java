package io.dlpo.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files that a report is written to, one for each format. */
final class ReportFiles {

  private static final Path STDOUT = Path.of("-");

  private final Map<String, Path> targets = new TreeMap<>();

  /**
   * Adds a format. The file is checked now, because the report may be hours away.
   *
   * @param format html, csv or json
   * @param target null if the format is not requested
   * @throws CliException if the file cannot be written
   */
  ReportFiles with(String format, @Nullable Path target) {
    if (target == null) {
      return this;
    }
    Path folder = target.toAbsolutePath().normalize().getParent();
    if (!target.equals(STDOUT)
        && (folder == null || !Files.isWritable(folder) || Files.isDirectory(target))) {
      throw new CliException(
          ExitStatus.USAGE,
          "--%s is '%s', which cannot be written; must be a file in an existing folder"
              .formatted(format, target));
    }
    targets.put(format, target);
    return this;
  }

  /** Whether a format goes to standard output, in place of the text. */
  boolean takeStdout() {
    return targets.containsValue(STDOUT);
  }

  /**
   * Fetches and writes each format.
   *
   * @param source returns the report in a format
   * @param out for the format whose file is {@code -}
   * @param err for the name of each file
   * @throws CliException if a file cannot be written
   */
  void write(Function<String, byte[]> source, PrintWriter out, PrintWriter err) {
    targets.forEach(
        (format, target) -> {
          if (target.equals(STDOUT)) {
            out.println(new String(source.apply(format), UTF_8));
          } else {
            write(target, source.apply(format));
            err.println("wrote " + target);
          }
        });
    out.flush();
    err.flush();
  }

  private static void write(Path target, byte[] content) {
    try {
      Files.write(target, content);
    } catch (IOException e) {
      throw new CliException(ExitStatus.FAILED, "cannot write " + target + ": " + e);
    }
  }
}
