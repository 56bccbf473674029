package io.dlpo.cli.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Runs programs in the checkout.
 *
 * @param root the checkout
 * @param program the file of a program, by its name
 */
public record ToolRunner(Path root, UnaryOperator<String> program) {

  /**
   * Runs a program until it ends. What it prints on both outputs is kept.
   *
   * @param line gets each line as it is printed
   */
  ToolResult run(Consumer<String> line, List<String> command) {
    List<String> started = new ArrayList<>(command);
    started.set(0, program.apply(command.getFirst()));
    Process process;
    try {
      process =
          new ProcessBuilder(started)
              .directory(root.toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
    } catch (IOException notFound) {
      return ToolResult.notFound();
    }
    try {
      return new ToolResult(lines(process, line), process.waitFor());
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + command.getFirst() + " ran", e);
    }
  }

  /** Runs a program whose output is of interest only here. */
  ToolResult run(String... command) {
    return run(line -> {}, List.of(command));
  }

  private static List<String> lines(Process process, Consumer<String> line) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String next = reader.readLine(); next != null; next = reader.readLine()) {
        lines.add(next);
        line.accept(next);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the output of a program", e);
    }
  }
}
