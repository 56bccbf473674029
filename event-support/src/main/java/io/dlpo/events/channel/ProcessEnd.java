package io.dlpo.events.channel;

/** How this process ends itself; a test takes note of it instead. */
@FunctionalInterface
public interface ProcessEnd {

  /**
   * Ends the process in good order: handlers at work finish, groups are left. Returns at once.
   *
   * @param status of the process, 1 to 255
   */
  void with(int status);
}
