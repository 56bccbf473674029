package io.dlpo.optimizer.store;

/** The database did not answer. The fault is transient. */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
