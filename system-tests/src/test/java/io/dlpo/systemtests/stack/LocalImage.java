package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An image in the local Docker engine.
 *
 * @param name with its tag
 */
public record LocalImage(String name) {

  /** Whether an engine answers and has it. */
  public boolean exists() {
    try {
      Process process =
          new ProcessBuilder("docker", "image", "inspect", name)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException noDocker) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What the engine knows of it. */
  public JsonNode inspect() throws IOException {
    return new ObjectMapper().readTree(docker("image", "inspect", "--format", "{{json .}}", name));
  }

  /** Runs a program of it with a read-only root and without any capability. */
  public String run(String program, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of("run", "--rm", "--read-only", "--cap-drop", "ALL", "--network", "none"));
    command.addAll(List.of("--entrypoint", program, name));
    command.addAll(List.of(arguments));
    return docker(command.toArray(String[]::new));
  }

  private static String docker(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed: " + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run docker", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
