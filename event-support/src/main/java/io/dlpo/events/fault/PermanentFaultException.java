package io.dlpo.events.fault;

/** A record that no repetition can help; it goes to the dead-letter topic with the message. */
public final class PermanentFaultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason what is wrong with the record and what was expected
   */
  public PermanentFaultException(String reason) {
    super(reason);
  }

  /**
   * @param reason what is wrong with the record and what was expected
   */
  public PermanentFaultException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
