package io.dlpo.systemtests.stack;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.systemtests.stack.Dlpo.RunningCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A real MLflow server with SQLite, and MLflow's own client.
 *
 * @param python the environment that has MLflow
 * @param server the running server
 * @param address its address
 */
public record MlflowServer(PythonEnvironment python, RunningCommand server, String address)
    implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(3);
  private static final Path READ_BACK =
      Path.of("src/test/resources/mlflow_read_back.py").toAbsolutePath();

  /** Starts a server with an empty database in a folder, and waits until it answers. */
  public static MlflowServer start(PythonEnvironment python, Path folder) {
    int port = freePort();
    RunningCommand server =
        python.start(
            "mlflow",
            "server",
            "--host=127.0.0.1",
            "--port=" + port,
            "--workers=1",
            "--backend-store-uri=sqlite:///" + folder.resolve("mlflow.db"),
            "--artifacts-destination=" + folder.resolve("artifacts"));
    MlflowServer mlflow = new MlflowServer(python, server, "http://127.0.0.1:" + port);
    await("MLflow; see " + server.err())
        .atMost(START)
        .failFast("the server has ended", () -> !server.process().isAlive())
        .until(() -> Http.answers(mlflow.address + "/health"));
    return mlflow;
  }

  /** Runs the tap until it has written all events. */
  public void tap(String broker) {
    python
        .run("python", "mlflow_tap.py", "--broker", broker, "--tracking-uri", address, "--once")
        .expect(0);
  }

  /** Returns {@code run} and {@code prompts} as MLflow's client reads them. */
  public JsonNode readBack(String runId) {
    return python.run("python", READ_BACK.toString(), address, runId).expect(0).json();
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
    server.process().descendants().forEach(ProcessHandle::destroy);
    server.process().destroy();
    server.process().onExit().join();
  }
}
