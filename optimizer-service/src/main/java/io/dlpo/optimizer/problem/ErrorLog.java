package io.dlpo.optimizer.problem;

import org.jboss.logging.Logger;

/** Logs errors of the server with the id that the client got. */
final class ErrorLog {

  private static final Logger LOG = Logger.getLogger(ErrorLog.class);

  private ErrorLog() {}

  /**
   * Logs an error.
   *
   * @param what was asked for
   */
  static void write(ProblemBody problem, String what, Throwable cause) {
    LOG.errorf(
        cause, "%s failed with status %d, error id %s", what, problem.status(), problem.errorId());
  }
}
