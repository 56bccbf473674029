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

/** Where a report is written to, form by form. */
final class ReportFiles {

  private static final Path STDOUT = Path.of("-");

  private final Map<String, Path> targets = new TreeMap<>();

  /**
   * Adds a form of the report.
   *
   * @param form html, csv or json
   * @param target null if it is not wanted
   * @throws CliException if the file could not be written hours later
   */
  ReportFiles with(String form, @Nullable Path target) {
    if (target == null) {
      return this;
    }
    Path folder = target.toAbsolutePath().normalize().getParent();
    if (!target.equals(STDOUT)
        && (folder == null || !Files.isWritable(folder) || Files.isDirectory(target))) {
      throw new CliException(
          ExitStatus.USAGE,
          "--%s is '%s', which cannot be written; allowed is a file in a folder that is there"
              .formatted(form, target));
    }
    targets.put(form, target);
    return this;
  }

  /** Whether a form takes the place of the words on standard output. */
  boolean takeStdout() {
    return targets.containsValue(STDOUT);
  }

  /**
   * Fetches and writes each form.
   *
   * @param source gives a form of the report
   * @param out for a form whose file is {@code -}
   * @param err is told of each file
   * @throws CliException if a file cannot be written
   */
  void write(Function<String, byte[]> source, PrintWriter out, PrintWriter err) {
    targets.forEach(
        (form, target) -> {
          if (target.equals(STDOUT)) {
            out.println(new String(source.apply(form), UTF_8));
          } else {
            write(target, source.apply(form));
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
      throw new CliException(
          ExitStatus.FAILED, "cannot write " + target + ": " + e + "; give another file");
    }
  }
}
