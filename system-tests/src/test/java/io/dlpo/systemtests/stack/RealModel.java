package io.dlpo.systemtests.stack;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An endpoint from the folder {@code experiments/real}: a process that this project has not
 * written, or a script that other optimizers can call as well.
 *
 * @param process the server
 * @param baseUrl the value for {@code OPENAI_BASE_URL}
 * @param log what the server prints
 */
public record RealModel(Process process, String baseUrl, Path log) implements AutoCloseable {

  /** The folder of the experiment. */
  public static final Path FOLDER = Dlpo.inCheckout("experiments/real");

  /** The first start compiles the server. */
  private static final Duration FIRST_START = Duration.ofMinutes(25);

  /** Starts the student. */
  public static RealModel student() {
    int port = freePort();
    return start(port, "./student", Integer.toString(port));
  }

  /** Starts the scripted teacher with a model for a file of instructions. */
  public static RealModel teacher(String model, String instructions) {
    int port = freePort();
    return start(port, "python3", "teacher.py", Integer.toString(port), model + "=" + instructions);
  }

  /**
   * Starts a server and waits until it answers. Skips the test on machines that cannot build or run
   * it, which takes Python and a C++ compiler.
   */
  private static RealModel start(int port, String... command) {
    try {
      Path log = Files.createTempFile(Path.of("target").toAbsolutePath(), "model-", ".log");
      Process process =
          new ProcessBuilder(command)
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      RealModel model = new RealModel(process, "http://127.0.0.1:" + port + "/v1", log);
      await(model.baseUrl)
          .atMost(FIRST_START)
          .until(() -> !process.isAlive() || Http.answers(model.baseUrl + "/models"));
      assumeTrue(process.isAlive(), () -> command[0] + " has ended: see " + log);
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + String.join(" ", command), e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    process.onExit().join();
  }
}
