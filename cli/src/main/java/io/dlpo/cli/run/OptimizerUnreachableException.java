package io.dlpo.cli.run;

import io.dlpo.cli.CliException;

/**
 * No answer, or one that says nothing of the question: an optimizer that is started again, has no
 * database, or is behind a proxy that does not reach it. It may be asked again.
 */
final class OptimizerUnreachableException extends CliException {

  private static final long serialVersionUID = 1L;

  OptimizerUnreachableException(int exitStatus, String message) {
    super(exitStatus, message);
  }
}
