package io.dlpo.events.fault;

/** A record that can never be processed; it goes to the dead-letter topic with the message. */
public final class PermanentFaultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final DeadLetterReason kind;

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
  public PermanentFaultException(DeadLetterReason kind, String reason) {
    super(reason);
    this.kind = kind;
  }

  /**
   * @param reason what is wrong with the record and what was expected
   */
  public PermanentFaultException(DeadLetterReason kind, String reason, Throwable cause) {
    super(reason, cause);
    this.kind = kind;
  }

  /** The kind of fault. */
  public DeadLetterReason kind() {
    return kind;
  }
}
