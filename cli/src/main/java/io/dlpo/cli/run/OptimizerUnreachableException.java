package io.dlpo.cli.run;

import io.dlpo.cli.CliException;

/**
 * The optimizer is unreachable, restarting or without its database, or a proxy does not reach it.
 * The request can be retried.
 */
final class OptimizerUnreachableException extends CliException {

  private static final long serialVersionUID = 1L;

  OptimizerUnreachableException(int exitStatus, String message) {
    super(exitStatus, message);
  }
}
