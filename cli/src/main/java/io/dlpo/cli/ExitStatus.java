package io.dlpo.cli;

/** The exit statuses of all commands. */
public final class ExitStatus {

  public static final int DONE = 0;
  public static final int FAILED = 1;

  /** Wrong usage, or a spec or dataset that is refused. */
  public static final int USAGE = 2;

  /** The stack is not up. */
  public static final int NOT_UP = 3;

  /** The budget ended the run; the result is the best prompt so far. */
  public static final int BUDGET = 4;

  /** The run ended without the improvement that was required of it. */
  public static final int NOT_IMPROVED = 5;

  private ExitStatus() {}
}
