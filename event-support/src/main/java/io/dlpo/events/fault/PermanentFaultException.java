package io.dlpo.events.fault;

/** A record that no repetition can help; it goes to the dead-letter topic with the message. */
public final class PermanentFaultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final DeadLetterReason sort;

  /**
   * A record that asks for what cannot be done.
   *
   * @param reason what is wrong with the record and what was expected
   */
  public PermanentFaultException(String reason) {
    this(DeadLetterReason.REFUSED, reason);
  }

  /**
   * A record that asks for what cannot be done.
   *
   * @param reason what is wrong with the record and what was expected
   */
  public PermanentFaultException(String reason, Throwable cause) {
    this(DeadLetterReason.REFUSED, reason, cause);
  }

  /**
   * @param reason what is wrong with the record and what was expected
   */
  public PermanentFaultException(DeadLetterReason sort, String reason) {
    super(reason);
    this.sort = sort;
  }

  /**
   * @param reason what is wrong with the record and what was expected
   */
  public PermanentFaultException(DeadLetterReason sort, String reason, Throwable cause) {
    super(reason, cause);
    this.sort = sort;
  }

  /** The sort of fault that it is. */
  public DeadLetterReason sort() {
    return sort;
  }
}
