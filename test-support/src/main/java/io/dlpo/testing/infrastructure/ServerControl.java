package io.dlpo.testing.infrastructure;

import javax.management.MXBean;

/**
 * A server that tests share. Registered with the platform's MBean server, because Quarkus loads the
 * test classes once for every application it starts: a static field would start one server each.
 */
@MXBean
public interface ServerControl {

  /** Where clients connect; stays the same over stop and start. */
  String getAddress();

  /** Whether {@link #stop} and {@link #start} work: as a process, not as a container. */
  boolean isStoppable();

  /** Ends the server but keeps its data. */
  void stop();

  /** Starts the stopped server again with its data, at the same address. */
  void start();
}
