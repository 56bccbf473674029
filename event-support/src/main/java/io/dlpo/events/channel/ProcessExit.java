package io.dlpo.events.channel;

/** Exits this process; tests record the exit instead. */
@FunctionalInterface
public interface ProcessExit {

  /**
   * Exits gracefully: running handlers finish, consumer groups are left. Returns immediately.
   *
   * @param status exit status, 1 to 255
   */
  void with(int status);
}
