package io.dlpo.cli.command;

import io.dlpo.cli.CliException;
import io.dlpo.cli.run.Rest;
import io.dlpo.cli.stack.LocalStack;

/** The optimizer of the local stack. */
final class Optimizer {

  private Optimizer() {}

  /**
   * Its REST interface.
   *
   * @throws CliException if the stack is not up
   */
  static Rest rest() {
    return new Rest(LocalStack.ofEnvironment().required().rest());
  }
}
