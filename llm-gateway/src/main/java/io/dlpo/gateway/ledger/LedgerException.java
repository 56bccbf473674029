package io.dlpo.gateway.ledger;

/** The ledger's database is unreachable. A transient fault. */
public final class LedgerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
