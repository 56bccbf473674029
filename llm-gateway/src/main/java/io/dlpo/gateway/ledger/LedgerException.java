package io.dlpo.gateway.ledger;

/** The ledger's database does not answer. Passes by itself or with the operator's help. */
public final class LedgerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LedgerException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
