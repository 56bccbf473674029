package io.dlpo.systemtests.stack;

/**
 * A process of a service.
 *
 * @param name such as {@code forward-engine}
 * @param index which of several, from where the stack counts
 * @param pid process id
 * @param http its own address, which its successor has too; empty if this machine does not reach it
 * @param ready whether it reports that it is ready
 */
public record ServiceProcess(String name, int index, long pid, String http, boolean ready) {

  /** A process, whatever it reports about itself at the moment. */
  public record Identity(String name, int index, long pid) {}

  /** Which process it is: its successor is another. */
  public Identity identity() {
    return new Identity(name, index, pid);
  }

  /** Ends it as {@code kill -9} does. */
  public void kill() {
    if (!ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false)) {
      throw new AssertionError("cannot kill " + this);
    }
  }

  /** Asks it to end, as an orchestrator does, and leaves it its time. */
  public void terminate() {
    if (!ProcessHandle.of(pid).map(ProcessHandle::destroy).orElse(false)) {
      throw new AssertionError("cannot end " + this);
    }
  }

  /** Whether it is gone and another process is ready in its place. */
  public boolean hasSuccessor() {
    return ProcessHandle.of(pid).isEmpty() && Http.isReady(http);
  }
}
