package io.dlpo.cli.stack;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** LocalPorts of the loopback interface. */
final class LocalPorts {

  private static final int LOWEST = 15_000;
  private static final int BEYOND = 32_000;
  private static final int LAST = 65_535;

  private LocalPorts() {}

  /**
   * So many ports that are free now, each another one. They lie below those that systems give to
   * outgoing connections, or a process that is started again could find its own port taken.
   */
  static List<Integer> free(int count) {
    return ThreadLocalRandom.current()
        .ints(LOWEST, BEYOND)
        .distinct()
        .limit(BEYOND - LOWEST)
        .filter(LocalPorts::isFree)
        .limit(count)
        .boxed()
        .toList();
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Makes sure that a port can be used.
   *
   * @throws CliException if it is none or taken
   */
  static void requireFree(int port) {
    if (port < 1 || port > LAST) {
      throw new CliException(
          ExitStatus.USAGE, "--port is %d; allowed is 1 to %d".formatted(port, LAST));
    }
    if (!isFree(port)) {
      throw new CliException(
          ExitStatus.FAILED,
          "port %d of 127.0.0.1 is taken; give another one with --port, or none for a free one"
              .formatted(port));
    }
  }
}
