package io.dlpo.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The script {@code dlpo} of a checkout with a separate home and environment. Uses the packaged
 * services and builds nothing.
 *
 * @param checkout the folder of the script
 * @param home the value of {@code DLPO_HOME}; remains under {@code target}, with the logs
 * @param environment additional variables; replaces all DLPO variables of the calling shell
 */
public record Dlpo(Path checkout, Path home, Map<String, String> environment) {

  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> OURS =
      List.of("DLPO_", "OPENAI_", "KAFKA_", "DATABASE_", "QUARKUS_", "OTEL_");

  public Dlpo {
    environment = Map.copyOf(environment);
  }

  /** Creates an unused home. */
  public static Dlpo fresh(String name, Map<String, String> environment) {
    try {
      Path homes = Files.createDirectories(Path.of("target", "homes").toAbsolutePath());
      return new Dlpo(CHECKOUT, Files.createTempDirectory(homes, name + "-"), environment);
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for a stack", e);
    }
  }

  /** The same with the script of another checkout. */
  public Dlpo in(Path otherCheckout) {
    return new Dlpo(otherCheckout, home, environment);
  }

  /** Resolves a path in the checkout. */
  public static Path inCheckout(String path) {
    return CHECKOUT.resolve(path).normalize();
  }

  /** Starts a command without waiting for it. Redirects its outputs to files in the home. */
  public RunningCommand start(String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(checkout.resolve("dlpo").toString()), Stream.of(arguments))
                    .toList())
            .directory(home.toFile());
    builder.environment().keySet().removeIf(Dlpo::isOurs);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("DLPO_HOME", home.toString());
    builder.environment().put("DLPO_NO_BUILD", "1");
    builder.environment().putAll(environment);
    return RunningCommand.start(builder, home);
  }

  /** Whether DLPO reads an environment variable. */
  static boolean isOurs(String variable) {
    return OURS.stream().anyMatch(variable::startsWith);
  }

  /** Runs a command and waits for it, for at most ten minutes. */
  public CommandResult run(String... arguments) {
    return start(arguments).await(Duration.ofMinutes(10));
  }

  /** Returns all running processes that were started for this home. */
  public List<ProcessHandle> processes() {
    String ours = "DLPO_HOME=" + home + "\0";
    return ProcessHandle.allProcesses()
        .filter(process -> environmentOf(process).contains(ours))
        .toList();
  }

  /** Reads the environment from /proc; empty for a process that has just ended. */
  private static String environmentOf(ProcessHandle process) {
    try {
      return Files.readString(
          Path.of("/proc", Long.toString(process.pid()), "environ"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  /** A running command. */
  public record RunningCommand(Process process, Path out, Path err) {

    /** Starts a command. Redirects its outputs to files in a folder. */
    static RunningCommand start(ProcessBuilder builder, Path folder) {
      try {
        Path out = Files.createTempFile(folder, "out-", ".txt");
        Path err = Files.createTempFile(folder, "err-", ".txt");
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new RunningCommand(builder.start(), out, err);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot start " + String.join(" ", builder.command()), e);
      }
    }

    /** Waits for the command. On timeout, stops it and fails the test. */
    public CommandResult await(Duration timeout) {
      try {
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(
              "no end within " + timeout + ": " + Files.readString(out) + Files.readString(err));
        }
        return new CommandResult(process.exitValue(), Files.readString(out), Files.readString(err));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the outputs", e);
      }
    }
  }
}
