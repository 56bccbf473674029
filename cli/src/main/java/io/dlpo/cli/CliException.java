package io.dlpo.cli;

/** A failure with a message for the user and an exit status. */
public class CliException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitStatus;

  public CliException(int exitStatus, String message) {
    super(message);
    this.exitStatus = exitStatus;
  }

  public int exitStatus() {
    return exitStatus;
  }
}
