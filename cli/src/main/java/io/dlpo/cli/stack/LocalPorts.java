package io.dlpo.cli.stack;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface. */
final class LocalPorts {

  private static final int FIRST = 15_000;
  private static final int END = 32_000;
  private static final int LAST = 65_535;

  private LocalPorts() {}

  /**
   * Different ports that are free now. They are below the range for outgoing connections, so that a
   * restarted process finds its port still free.
   */
  static List<Integer> free(int count) {
    return ThreadLocalRandom.current()
        .ints(FIRST, END)
        .distinct()
        .limit(END - FIRST)
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
   * Checks that a port can be used.
   *
   * @throws CliException if it is out of range or in use
   */
  static void requireFree(int port) {
    if (port < 1 || port > LAST) {
      throw new CliException(
          ExitStatus.USAGE, "--port is %d; must be 1 to %d".formatted(port, LAST));
    }
    if (!isFree(port)) {
      throw new CliException(
          ExitStatus.FAILED,
          "port %d of 127.0.0.1 is in use; choose another --port, or omit it to use a free one"
              .formatted(port));
    }
  }
}
