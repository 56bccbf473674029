package io.dlpo.events.fault;

/** The process ends before a record is done; another process gets it. */
public final class NotDoneException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason why it was not done
   */
  public NotDoneException(String reason) {
    super(reason);
  }

  /**
   * @param fault what it met when nobody was to repeat it any more
   */
  public NotDoneException(RuntimeException fault) {
    super(fault.getMessage(), fault);
  }
}
