package io.dlpo.deployment.manifest;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of this machine.
 *
 * @param command the program and its first arguments
 */
public record Program(List<String> command) {

  public Program {
    command = List.copyOf(command);
  }

  /** The program that a variable of the environment names, with its first arguments. */
  public static Optional<Program> named(String variable, String... arguments) {
    return Optional.ofNullable(System.getenv(variable))
        .filter(program -> !program.isBlank())
        .map(program -> new Program(with(List.of(program), arguments)));
  }

  /** A program on the PATH, with its first arguments. */
  public static Optional<Program> onPath(String name, String... arguments) {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Program(with(List.of(name), arguments)));
  }

  /** Runs it with more arguments, to its end. */
  public Ending run(String... arguments) {
    return runOn("", arguments);
  }

  /** Runs it with a text as its input and more arguments, to its end. */
  public Ending runOn(String input, String... arguments) {
    List<String> whole = with(command, arguments);
    try {
      Path errors = Files.createTempFile("program", ".err");
      Process process = new ProcessBuilder(whole).redirectError(errors.toFile()).start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      String complaint = Files.readString(errors);
      Files.delete(errors);
      return new Ending(String.join(" ", whole), status, text, complaint);
    } catch (IOException e) {
      throw new UncheckedIOException(String.join(" ", whole) + " failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static List<String> with(List<String> command, String... arguments) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of(arguments));
    return whole;
  }

  /**
   * How a program ended.
   *
   * @param command what was run
   * @param status its exit status
   * @param text what it printed
   * @param complaint what it printed as errors
   */
  public record Ending(String command, int status, String text, String complaint) {

    /**
     * What it printed.
     *
     * @throws IllegalStateException with the complaint, if it failed
     */
    public String orThrow() {
      if (status != 0) {
        throw new IllegalStateException(command + " failed: " + complaint + text);
      }
      return text;
    }
  }
}
