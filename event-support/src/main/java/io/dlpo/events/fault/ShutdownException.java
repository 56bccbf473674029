package io.dlpo.events.fault;

/** The process shuts down before a record is handled; another process will handle it. */
public final class ShutdownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason why the record was not handled
   */
  public ShutdownException(String reason) {
    super(reason);
  }

  /**
   * @param fault the transient fault that is not retried because of the shutdown
   */
  public ShutdownException(RuntimeException fault) {
    super(fault.getMessage(), fault);
  }
}
