package io.dlpo.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/**
 * A port of this machine that leads to a Service of a cluster. {@code kubectl port-forward} ends
 * with its pod, so it is started again until this is closed.
 */
final class PortForward implements AutoCloseable {

  private final Cluster cluster;
  private final String namespace;
  private final String service;
  private final int port;
  private final Thread keeper;
  private volatile boolean closed;

  private PortForward(Cluster cluster, String namespace, String service, int port) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.service = service;
    this.port = port;
    this.keeper = Thread.ofPlatform().name("forward-" + service).daemon().unstarted(this::keep);
  }

  /** Forwards a free port to port {@code http} of a Service. */
  static PortForward to(Cluster cluster, String namespace, String service) {
    PortForward forward = new PortForward(cluster, namespace, service, freePort());
    forward.keeper.start();
    return forward;
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  private void keep() {
    Path output = cluster.folder().resolve("forward-" + service + ".log");
    while (!closed) {
      Process process =
          cluster.start(
              output, "-n", namespace, "port-forward", "service/" + service, port + ":http");
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        closed = true;
      } finally {
        process.destroy();
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    keeper.interrupt();
  }
}
