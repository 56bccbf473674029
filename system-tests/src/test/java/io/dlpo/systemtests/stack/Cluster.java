package io.dlpo.systemtests.stack;

import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Kubernetes cluster for tests: the {@code kubectl} context that {@code DLPO_TEST_CLUSTER} names.
 * Tests use no other context, so that none of them meets a cluster by accident.
 *
 * @param context name of the context
 * @param folder takes the outputs of the commands
 */
public record Cluster(String context, Path folder) {

  private static final String CONTEXT = "DLPO_TEST_CLUSTER";
  private static final String LOADER = "DLPO_TEST_CLUSTER_LOAD";
  private static final Duration TIMEOUT = Duration.ofMinutes(15);

  /** Returns the cluster. Fails if the variable is not set. */
  public static Cluster of(Path folder) {
    return new Cluster(
        named().orElseThrow(() -> new AssertionError(CONTEXT + " is not set")), folder);
  }

  /** Whether a cluster for tests is named and answers. */
  public static boolean answers() {
    return named().isPresent()
        && of(temporary()).kubectl("get", "--raw", "/readyz").exitStatus() == 0;
  }

  private static Optional<String> named() {
    return Optional.ofNullable(System.getenv(CONTEXT)).filter(context -> !context.isBlank());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "cluster-");
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the outputs of kubectl", e);
    }
  }

  /** Runs {@code kubectl} and waits for it. */
  public CommandResult kubectl(String... arguments) {
    return run(
        Stream.concat(Stream.of("kubectl", "--context", context), Stream.of(arguments)).toList());
  }

  /** Starts {@code kubectl} without waiting for it. */
  Process start(Path output, String... arguments) {
    try {
      return new ProcessBuilder(
              Stream.concat(Stream.of("kubectl", "--context", context), Stream.of(arguments))
                  .toList())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start kubectl", e);
    }
  }

  /**
   * Gives images of the local Docker engine to the nodes, by the command in {@code
   * DLPO_TEST_CLUSTER_LOAD}, such as {@code kind load docker-image}.
   */
  public void load(List<String> images) {
    String loader =
        Optional.ofNullable(System.getenv(LOADER))
            .orElseThrow(
                () ->
                    new AssertionError(
                        LOADER
                            + " is not set; set it to a command that gives images to the nodes,"
                            + " such as 'kind load docker-image'"));
    run(Stream.concat(Stream.of(loader.split(" ")), images.stream()).toList()).expect(0);
  }

  /** Runs a shell script, whose {@code kubectl} is for this cluster, and waits for it. */
  CommandResult shell(Path directory, String script) {
    String kubectl = "kubectl() { command kubectl --context '%s' \"$@\"; }\n".formatted(context);
    return RunningCommand.start(
            new ProcessBuilder("sh", "-ec", kubectl + script).directory(directory.toFile()), folder)
        .await(TIMEOUT);
  }

  /** Runs a command in the checkout and waits for it. */
  public CommandResult run(List<String> command) {
    return RunningCommand.start(
            new ProcessBuilder(command).directory(Dlpo.inCheckout("").toFile()), folder)
        .await(TIMEOUT);
  }
}
