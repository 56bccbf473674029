package io.dlpo.deployment.secured;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Java process of a test.
 *
 * @param name of its log
 * @param process running or ended
 * @param log what it prints
 */
record Child(String name, Process process, Path log) implements AutoCloseable {

  /** Starts a Java program with nothing in its environment but what is given. */
  static Child java(
      Path folder, String name, Map<String, String> environment, List<String> arguments)
      throws IOException {
    Path log = folder.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    builder.command().addAll(arguments);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new Child(name, builder.start(), log);
  }

  /** Waits for its end, which must be a good one. */
  void awaitEnd() throws IOException, InterruptedException {
    if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError(name + " failed:\n" + Files.readString(log));
    }
  }

  /** What it has printed, for a message. */
  String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
