package io.dlpo.systemtests.stack;

/**
 * A process of a service.
 *
 * @param name the name of the service, such as {@code forward-engine}
 * @param index the index of the process; the first index depends on the stack
 * @param pid the process id
 * @param http the address, which a replacement keeps; empty if it is not reachable from this
 *     machine
 * @param ready whether the process reports that it is ready
 */
public record ServiceProcess(String name, int index, long pid, String http, boolean ready) {

  /** Identifies a process, regardless of its readiness. */
  public record Identity(String name, int index, long pid) {}

  /** Returns the identity, which differs for a replacement. */
  public Identity identity() {
    return new Identity(name, index, pid);
  }

  /** Kills the process with {@code kill -9}. */
  public void kill() {
    if (!ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false)) {
      throw new AssertionError("cannot kill " + this);
    }
  }

  /** Stops the process gracefully, as an orchestrator does. */
  public void terminate() {
    if (!ProcessHandle.of(pid).map(ProcessHandle::destroy).orElse(false)) {
      throw new AssertionError("cannot end " + this);
    }
  }

  /** Whether the process has ended and its replacement is ready. */
  public boolean hasSuccessor() {
    return ProcessHandle.of(pid).isEmpty() && Http.isReady(http);
  }
}
