package io.dlpo.testing.infrastructure;

import javax.management.MXBean;

/**
 * A server that tests share. It is registered with the platform's MBean server, because Quarkus
 * loads test classes again for every application that it starts: with a static field, each
 * application would start its own server.
 */
@MXBean
public interface ServerControl {

  /** The address for clients. Does not change when the server is stopped and started. */
  String getAddress();

  /**
   * Whether the server supports {@link #stop} and {@link #start}: processes do, containers do not.
   */
  boolean isStoppable();

  /** Stops the server but keeps its data. */
  void stop();

  /** Starts the stopped server at the same address, with its data. */
  void start();
}
